/** What every implementation of a port has to keep, as tests that each of them inherits. */
@org.jspecify.annotations.NullMarked
package chatroom.contract;
