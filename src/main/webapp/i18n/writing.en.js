/** What helps somebody to write, and to be heard. */
export default {
  'count.left': { one: 'Room for {n} more letter', other: 'Room for {n} more letters' },
  'count.over': { one: 'Too long by {n} letter', other: 'Too long by {n} letters' },
  'message.discard': 'Discard',
  'attach.drop': 'Drop the image here',
};
