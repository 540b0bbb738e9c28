package chatroom.delivery;

import java.util.concurrent.Executor;

/**
 * Threads that do what a room must not wait for.
 *
 * @param encoders make and encode large answers
 * @param pingers send pings, which may block for some seconds
 * @param closers close connections, which may block for some seconds
 */
public record Workers(Executor encoders, Executor pingers, Executor closers) {}
