package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.AccessKey;
import chatroom.room.AccessKeys;
import chatroom.room.Scope;
import chatroom.room.Unavailable;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What all {@link AccessKeys} have to keep. */
public abstract class AccessKeysContract extends AccountsFixture {
  private static final Duration HOUR = Duration.ofHours(1);

  /** Those under test, of users whose accounts are beside them. */
  protected abstract AccessKeys keys();

  /** The key of a user, as it is made. */
  protected final AccessKey key(long userId, String hash, boolean bot) {
    return new AccessKey(
        hash, userId, bot, "späß 👍", EnumSet.of(Scope.READ), clock().instant(), Optional.empty());
  }

  private AccessKey forAnHour(long userId, String hash) {
    return new AccessKey(
        hash,
        userId,
        false,
        "n",
        Set.of(Scope.values()),
        clock().instant(),
        Optional.of(clock().instant().plus(HOUR)));
  }

  private String told(AccessKey key) {
    CompletableFuture<String> told = new CompletableFuture<>();
    keys()
        .issue(
            key,
            new AccessKeys.Issue() {
              @Override
              public void kept() {
                told.complete("kept");
              }

              @Override
              public void tooMany() {
                told.complete("too many");
              }

              @Override
              public void refused(Unavailable why) {
                told.complete("refused");
              }
            });
    return soon(told);
  }

  protected final AccessKey issue(AccessKey key) {
    assertEquals("kept", told(key));
    return key;
  }

  protected final Optional<AccessKey> found(String hash) {
    return told(() -> keys().find(hash));
  }

  @Test
  void aKeyIsKeptAsItWasMade() {
    long ann = member("Ann").id();
    long bob = member("Bob").id();
    AccessKey first = issue(key(ann, "a", false));
    clock().pass(MOMENT);
    AccessKey second = issue(forAnHour(ann, "b"));
    AccessKey other = issue(key(bob, "c", true));

    assertEquals(Optional.of(first), found("a"));
    assertEquals(Optional.of(second), found("b"));
    assertEquals(Optional.of(other), found("c"));
    assertEquals(Optional.empty(), found("A"));
    assertEquals(List.of(second, first), told(() -> keys().of(ann)));
    assertEquals(List.of(other), told(() -> keys().of(bob)));
    assertEquals(List.of(other), told(() -> keys().ofBots()));
    assertEquals(List.of(), told(() -> keys().of(4711)));
  }

  @Test
  void whenItsTimeIsOverItIsWorthNothing() {
    long ann = member("Ann").id();
    AccessKey key = issue(forAnHour(ann, "a"));
    clock().pass(HOUR.minus(MOMENT));
    assertEquals(Optional.of(key), found("a"));
    clock().pass(MOMENT);

    assertEquals(Optional.empty(), found("a"));
    assertEquals(List.of(), told(() -> keys().of(ann)));
  }

  @Test
  void byAKeyThatWasRevokedNobodyComes() {
    long ann = member("Ann").id();
    issue(key(ann, "a", false));
    AccessKey other = issue(key(ann, "b", true));
    for (String hash : List.of("a", "a", "unknown")) {
      keep(receipt -> keys().revoke(hash, receipt));
    }

    assertEquals(Optional.empty(), found("a"));
    assertEquals(Optional.of(other), found("b"));
    assertEquals(List.of(other), told(() -> keys().of(ann)));
  }

  @Test
  void allOfAUserCanBeRevokedTogether() {
    long ann = member("Ann").id();
    AccessKey bobs = issue(key(member("Bob").id(), "c", false));
    issue(key(ann, "a", false));
    issue(key(ann, "b", false));
    keep(receipt -> keys().revokeAll(ann, receipt));
    keep(receipt -> keys().revokeAll(ann, receipt));

    assertEquals(List.of(), told(() -> keys().of(ann)));
    assertEquals(Optional.empty(), found("a"));
    assertEquals(Optional.of(bobs), found("c"));
  }

  @Test
  void whoeverIsToldNothingMayTryTheVerySameAgain() {
    long ann = member("Ann").id();
    AccessKey key = issue(key(ann, "a", false));
    issue(key);

    assertEquals(List.of(key), told(() -> keys().of(ann)));
  }

  @Test
  void aUserHasNoMoreThanTheBoundAndThoseThatAreOverTakeNoPlace() {
    long ann = member("Ann").id();
    for (int i = 1; i < AccessKeys.MAX_OF_USER; i++) {
      issue(key(ann, "k" + i, false));
    }
    issue(forAnHour(ann, "short"));
    assertEquals("too many", told(key(ann, "more", false)));
    assertEquals(Optional.empty(), found("more"));
    issue(key(member("Bob").id(), "bobs", false));
    clock().pass(HOUR);

    issue(key(ann, "more", false));
    assertEquals("too many", told(key(ann, "again", false)));
    assertEquals(AccessKeys.MAX_OF_USER, told(() -> keys().of(ann)).size());
  }

  @Test
  void allBotsTogetherHaveNoMoreThanTheirBound() {
    int bots = AccessKeys.MAX_OF_BOTS / AccessKeys.MAX_OF_USER;
    for (int i = 0; i < bots; i++) {
      long bot = member("Bot" + i).id();
      for (int j = 0; j < AccessKeys.MAX_OF_USER; j++) {
        issue(key(bot, i + "k" + j, true));
      }
    }
    long ann = member("Ann").id();

    assertEquals("too many", told(key(ann, "bots", true)));
    issue(key(ann, "own", false));
    assertEquals(AccessKeys.MAX_OF_BOTS, told(() -> keys().ofBots()).size());
  }
}
