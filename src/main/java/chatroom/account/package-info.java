/**
 * Who somebody is. For now: which names people may take, and which of them are the same to the eye.
 */
@org.jspecify.annotations.NullMarked
package chatroom.account;
