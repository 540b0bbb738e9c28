package chatroom.delivery;

import java.util.concurrent.Executor;

/**
 * Threads that do what a room must not wait for.
 *
 * @param encoders make and encode large answers, several at a time, and may wait for a database
 * @param pingers send pings, which may block for some seconds
 * @param closers close connections, which may block for some seconds
 */
public record Workers(Executor encoders, Executor pingers, Executor closers) {}
