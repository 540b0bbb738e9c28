/** Proofs that invariants hold while many threads are at work. */
@org.jspecify.annotations.NullMarked
package chatroom.stress;
