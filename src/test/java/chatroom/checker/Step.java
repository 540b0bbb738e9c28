package chatroom.checker;

/**
 * What a client does next.
 *
 * @param afterMillis how long after the step before
 * @param amount as the {@link Deed} says; 0 where it says nothing
 */
record Step(int afterMillis, Deed deed, int amount) {}
