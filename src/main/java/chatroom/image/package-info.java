/**
 * Pictures of others: checked by what is in them, and copied without what they tell beside what
 * they show. No pixel is decoded, so there is no decoder to be attacked, and none is changed. Plain
 * Java; imports nothing of ours.
 */
@org.jspecify.annotations.NullMarked
package chatroom.image;
