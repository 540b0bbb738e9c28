/** What helps somebody to write, and to be heard. */
export default {
  'count.left': { one: 'Noch Platz für {n} Zeichen', other: 'Noch Platz für {n} Zeichen' },
  'count.over': { one: '{n} Zeichen zu viel', other: '{n} Zeichen zu viel' },
  'message.discard': 'Verwerfen',
  'attach.drop': 'Bild hier ablegen',
};
