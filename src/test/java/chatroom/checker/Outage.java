package chatroom.checker;

/**
 * One end of the server and its return.
 *
 * @param afterMillis how long the server runs before
 * @param greeted how many clients are waited for before that time begins
 * @param orderly whether it is told to stop, and not killed
 */
record Outage(int afterMillis, int greeted, boolean orderly) {}
