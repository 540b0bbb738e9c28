/** What was said, as pages of HTML that need no script. */
@org.jspecify.annotations.NullMarked
package chatroom.archive;
