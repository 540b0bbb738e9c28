/** Puts the application together when its context starts, and takes it apart when it ends. */
@org.jspecify.annotations.NullMarked
package chatroom.app;
