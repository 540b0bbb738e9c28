package chatroom.storage;

import java.time.Duration;
import java.util.Optional;

/**
 * How long things are kept.
 *
 * @param guestsRemembered for how long a guest who was not seen is known again
 * @param messagesKept for how long messages are kept; empty for ever
 */
public record StoreTerms(Duration guestsRemembered, Optional<Duration> messagesKept) {}
