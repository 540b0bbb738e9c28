/** Real pictures, and what only looks like one. */
@org.jspecify.annotations.NullMarked
package chatroom.image;
