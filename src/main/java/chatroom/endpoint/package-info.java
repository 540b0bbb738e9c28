/**
 * Where WebSocket connections and the application meet; all of {@code jakarta.websocket} is here.
 * Imports {@code wire}, {@code delivery} and {@code conversation}.
 */
@org.jspecify.annotations.NullMarked
package chatroom.endpoint;
