package chatroom.config;

import org.jspecify.annotations.Nullable;

/** Something that may know the value of a name. */
@FunctionalInterface
public interface Lookup {
  /** The value, whose text counts; null if the name is not known. */
  @Nullable Object find(String name);
}
