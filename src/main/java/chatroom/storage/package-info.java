/**
 * Where everything is kept: in memory, or by JDBC in a database, which one thread writes. Of ours,
 * imports {@code room} alone.
 */
@org.jspecify.annotations.NullMarked
package chatroom.storage;
