/** What holds for the code as a whole. */
@org.jspecify.annotations.NullMarked
package chatroom;
