package chatroom.delivery;

/** What became of something that was to be sent to a client. */
enum Verdict {
  /** It waits for the sender, or is not taken any more. */
  LEFT_TO_OTHERS,
  /** It waits, and the caller is the sender now. */
  YOURS_TO_SEND,
  /** More would wait than may: it is not taken. */
  TOO_MUCH
}
