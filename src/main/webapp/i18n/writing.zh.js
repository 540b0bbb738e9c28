/** What helps somebody to write, and to be heard. */
export default {
  'count.left': '还可以写 {n} 个字符',
  'count.over': '超出了 {n} 个字符',
  'message.discard': '丢弃',
  'attach.drop': '将图片拖放到这里',
};
