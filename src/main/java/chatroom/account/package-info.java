/**
 * Who somebody is: which names people may take, which of them are the same to the eye, and what a
 * guest is known by on return.
 */
@org.jspecify.annotations.NullMarked
package chatroom.account;
