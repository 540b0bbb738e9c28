/** Tests of the rules for names, and the generator of their table. */
@org.jspecify.annotations.NullMarked
package chatroom.account;
