/** Tests of the pages of the archive. */
@org.jspecify.annotations.NullMarked
package chatroom.archive;
