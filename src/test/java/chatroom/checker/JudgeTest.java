package chatroom.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.checker.Violation.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The judge finds nothing in a sound record, and names each fault planted in it. */
final class JudgeTest {
  private final Scene scene = new Scene();

  private void assertNamed(Kind... expected) {
    List<Violation> found = scene.judged();
    assertEquals(List.of(expected), found.stream().map(Violation::kind).toList(), found::toString);
  }

  private Posting posting(int seq) {
    return scene.general.get(seq - 1);
  }

  @Test
  void aSoundRecordPasses() {
    assertNamed();
  }

  /** Bob is acknowledged the last one, which has not been shown to anybody yet. */
  @Test
  void anAcknowledgedMessageThatIsNotStoredIsLost() {
    Posting last = scene.general.remove(7);
    scene.ada.remove(Scene.saw(last));
    scene.cleo.remove(Scene.saw(last));
    assertNamed(Kind.LOST);
  }

  @Test
  void aMessageThatWasNeverAcknowledgedMayBeStoredOrNot() {
    Posting never = new Posting(90, 9, 2, "m90 said", true);
    scene.bob.add(Scene.sent(never, Rooms.GENERAL));
    assertNamed();
  }

  @Test
  void aMessageShownAgainAsNewIsARepeat() {
    scene.ada.add(Scene.saw(posting(8)));
    assertNamed(Kind.REPEATED);
  }

  @Test
  void whatWasAcknowledgedAndThenShownToItsAuthorIsARepeat() {
    int acked = scene.ada.indexOf(Scene.ack(posting(5)));
    scene.ada.add(acked + 1, Scene.saw(posting(5)));
    assertNamed(Kind.REPEATED);
  }

  @Test
  void aReplayOfWhatTheGuestSaidItHasIsARepeat() {
    int resumed = scene.bob.indexOf(new Event.Welcomed(2, true));
    scene.bob.add(resumed + 1, Scene.saw(posting(3)));
    assertNamed(Kind.REPEATED);
  }

  @Test
  void twoMessagesShownInFallingOrderAreSwapped() {
    Collections.swap(
        scene.bob,
        scene.bob.indexOf(Scene.saw(posting(4))),
        scene.bob.indexOf(Scene.saw(posting(5))));
    assertNamed(Kind.SWAPPED);
  }

  @Test
  void aMessageThatWasNotShownIsAHole() {
    scene.ada.remove(Scene.saw(posting(4)));
    assertNamed(Kind.HOLE);
  }

  @Test
  void aMessageMissingAtTheEndIsAHole() {
    scene.ada.remove(Scene.saw(posting(8)));
    assertNamed(Kind.HOLE);
  }

  @Test
  void whoLeftBeforeTheEndHasNoHoleThere() {
    scene.ada.remove(new Event.Stayed());
    scene.ada.remove(Scene.saw(posting(8)));
    assertNamed();
  }

  @Test
  void aMessageMissingInASnapshotIsAHole() {
    scene.cleo.remove(2 + 1);
    assertNamed(Kind.HOLE);
  }

  @Test
  void aPrivateMessageThatNeverCameIsAHole() {
    scene.bob.remove(scene.privately(0));
    assertNamed(Kind.HOLE);
  }

  @Test
  void aMessageShownAndNotStoredIsAPhantom() {
    scene.ada.add(Scene.saw(new Posting(91, 9, 7, "from nowhere", true)));
    assertNamed(Kind.PHANTOM);
  }

  @Test
  void aMessageShownWithAnotherTextIsAltered() {
    Posting told = posting(2);
    Posting other = new Posting(told.id(), told.seq(), told.fromId(), "m20 sai", true);
    scene.ada.set(scene.ada.indexOf(Scene.saw(told)), Scene.saw(other));
    assertNamed(Kind.ALTERED, Kind.DIVERGED);
  }

  @Test
  void aMessageShownUnderAnotherAuthorIsAltered() {
    Posting told = posting(2);
    Posting other = new Posting(told.id(), told.seq(), 3, told.text(), true);
    scene.ada.set(scene.ada.indexOf(Scene.saw(told)), Scene.saw(other));
    assertNamed(Kind.ALTERED);
  }

  @Test
  void aMessageStoredThatItsAuthorNeverSaidIsAltered() {
    scene.toAll(new Posting(90, 9, 3, "not mine", true));
    assertNamed(Kind.ALTERED);
  }

  /** Cleo is shown the seventh and the eighth in each other's place. */
  @Test
  void twoMessagesShownInAnotherOrderThanStoredAreTwoOrders() {
    Posting seventh = posting(7);
    Posting eighth = posting(8);
    scene.cleo.set(scene.cleo.indexOf(Scene.saw(seventh)), Scene.saw(at(eighth, 7)));
    scene.cleo.set(scene.cleo.indexOf(Scene.saw(eighth)), Scene.saw(at(seventh, 8)));
    assertNamed(Kind.TWO_ORDERS, Kind.TWO_ORDERS);
  }

  private static Posting at(Posting it, long seq) {
    return new Posting(it.id(), seq, it.fromId(), it.text(), true);
  }

  @Test
  void aMessageStoredTwiceIsNamed() {
    Posting again = new Posting(90, 9, 2, posting(8).text(), true);
    scene.toAll(again);
    assertNamed(Kind.STORED_TWICE);
  }

  @Test
  void twoAcksOfOneMessageThatDifferAreNamed() {
    scene.ada.add(new Event.Acked("m70", 70, 6, 1));
    assertNamed(Kind.ACKS_DIFFER);
  }

  @Test
  void anAckThatSaysAnotherPlaceThanStoredIsNamed() {
    Posting last = posting(8);
    scene.bob.set(scene.bob.indexOf(Scene.ack(last)), new Event.Acked("m80", 70, 7, 1));
    scene.bob.add(Scene.saw(last));
    assertNamed(Kind.ACKS_DIFFER);
  }

  @Test
  void aPrivateMessageShownToAThirdIsForeign() {
    Posting secret = scene.alone.get(0);
    scene.cleo.add(new Event.Saw("@1@3", secret, Event.Way.EVENT));
    assertNamed(Kind.FOREIGN);
  }

  @Test
  void aGapInTheLogIsNamed() {
    scene.toAll(new Posting(90, 10, 9, "a stranger's", true));
    assertNamed(Kind.LOG_GAP);
  }

  @Test
  void idsThatFallInTheLogAreNamed() {
    scene.toAll(new Posting(79, 9, 9, "a stranger's", true));
    assertNamed(Kind.IDS_FALL);
  }

  @Test
  void aTokenThatBringsSomebodyElseIsForgotten() {
    scene.cleo.add(new Event.Hello(true, Map.of(Rooms.GENERAL, 8L)));
    scene.cleo.add(new Event.Welcomed(4, false));
    assertNamed(Kind.FORGOTTEN);
  }

  @Test
  void whatTheProtocolDoesNotKnowIsNamed() {
    scene.bob.add(new Event.Trouble("closed with 1011"));
    assertNamed(Kind.TROUBLE);
  }

  /** The last message is changed at the end, which all see who stayed. */
  private void changed(Revision.Kind kind, String text, int count) {
    Posting it =
        new Posting(
            90,
            9,
            2,
            "a change",
            false,
            Look.fresh("a change"),
            Optional.of(new Revision(80, kind, text, count)));
    scene.toAll(it);
  }

  @Test
  void whoFollowedTheChangesShowsWhatWhoComesLastIsShown() {
    changed(Revision.Kind.EDIT, "new", 0);
    scene.looks.put(80L, Look.fresh("new"));
    assertNamed();
  }

  @Test
  void anEditThatIsNotShownToWhoComesLastDiverges() {
    changed(Revision.Kind.EDIT, "new", 0);
    assertNamed(Kind.DIVERGED, Kind.DIVERGED, Kind.DIVERGED);
  }

  @Test
  void aDeletedMessageThatIsShownAgainDiverges() {
    changed(Revision.Kind.DELETE, "", 0);
    assertNamed(Kind.DIVERGED, Kind.DIVERGED, Kind.DIVERGED);
  }

  @Test
  void aMessageThatIsNotShownToWhoComesLastDiverges() {
    scene.looks.remove(80L);
    assertNamed(Kind.DIVERGED, Kind.DIVERGED, Kind.DIVERGED);
  }

  @Test
  void aReactionThatIsCountedOtherwiseDiverges() {
    changed(Revision.Kind.REACT, "x", 2);
    scene.looks.put(80L, new Look(posting(8).text(), false, Map.of("x", 1)));
    assertNamed(Kind.DIVERGED, Kind.DIVERGED, Kind.DIVERGED);
  }

  @Test
  void aChangeThatOneWasNotToldDivergesThereAlone() {
    changed(Revision.Kind.DELETE, "", 0);
    scene.looks.put(80L, new Look("", true, Map.of()));
    scene.ada.remove(scene.ada.size() - 1);
    assertNamed(Kind.HOLE, Kind.DIVERGED);
  }

  /** Ada's third message is acknowledged again after a reset that does not show it. */
  @Test
  void whatIsAcknowledgedAfterASnapshotThatStandsForItIsNotShownByThat() {
    scene.looks.put(50L, new Look(posting(5).text(), false, Map.of("x", 1)));
    List.of(scene.ada, scene.bob, scene.cleo).forEach(it -> it.remove(new Event.Stayed()));
    scene.ada.add(new Event.Hello(true, Map.of(Rooms.GENERAL, 8L)));
    scene.ada.add(new Event.Welcomed(1, true));
    scene.ada.add(new Event.Snapshot(Rooms.GENERAL, 8, 8, true));
    scene.ada.add(Scene.ack(posting(5)));
    scene.ada.add(new Event.Stayed());
    assertNamed();
  }
}
