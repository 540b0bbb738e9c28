package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.testing.ManualClock;
import chatroom.testing.PlainNicknames;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private final Directory directory = new Directory(new PlainNicknames(), Map.of());
  private final Participant first = online(1);
  private final Participant second = online(2);

  private Participant online(long id) {
    Participant who = directory.admit(id, ManualClock.START);
    directory.appear(id);
    return who;
  }

  private Participant renamed(Participant who, String name) throws Rejection {
    return directory.rename(who, directory.claim(who, name)).orElseThrow();
  }

  private void assertTaken(Participant who, String name) {
    Rejection refused =
        assertThrows(Rejection.class, () -> directory.claim(who, name), "the name is free");
    assertEquals(Code.NAME_TAKEN, refused.code());
  }

  @Test
  void aNewcomerIsCalledAfterTheirNumber() {
    assertEquals("User1", first.name().text());
    assertEquals(Optional.of(first), directory.find(1));
    assertEquals(2, directory.size());
  }

  @Test
  void whoHasNotBeenGreetedYetIsNotFound() {
    Participant third = directory.admit(3, ManualClock.START);

    assertEquals(Optional.empty(), directory.find(third.id()));
    assertEquals(2, directory.size());
  }

  @Test
  void whoLeftIsNotFound() {
    directory.depart(1).run();

    assertEquals(Optional.empty(), directory.find(1));
    assertEquals(1, directory.size());
  }

  @Test
  void aRenamedUserIsFoundUnderTheNewName() throws Rejection {
    Participant renamed = renamed(first, "Ann");

    assertEquals("Ann", renamed.name().text());
    assertEquals(Optional.of(renamed), directory.find(1));
  }

  @Test
  void aNameBelongsToOneUserInEveryLook() throws Rejection {
    renamed(first, "Ann");

    assertTaken(second, "ann");
  }

  @Test
  void aNameThatIsNotAllowedChangesNothing() {
    assertThrows(Rejection.class, () -> directory.claim(first, " "));

    assertEquals(Optional.of(first), directory.find(1));
  }

  @Test
  void onesOwnNameCanBeWrittenAnotherWayAndStaysOnesOwn() throws Rejection {
    Participant ann = renamed(first, "Ann");
    Participant loud = renamed(ann, "ANN");
    directory.free(loud, ann.name());

    assertEquals("ANN", loud.name().text());
    assertTaken(second, "Ann");
  }

  @Test
  void oneMayGoBackToOnesNumberButNotTakeAnothers() throws Rejection {
    Participant ann = renamed(first, "Ann");

    assertEquals("User1", renamed(ann, "User1").name().text());
    assertTaken(first, "User2");
  }

  @Test
  void theOldNameIsTakenUntilItIsFreed() throws Rejection {
    Participant ann = renamed(first, "Ann");
    Participant bea = renamed(ann, "Bea");

    assertTaken(second, "Ann");
    directory.free(bea, ann.name());

    assertEquals("Ann", renamed(second, "Ann").name().text());
    assertTaken(directory.admit(3, ManualClock.START), "Bea");
  }

  @Test
  void whoIsBackUnderTheOldNameBeforeItIsFreedKeepsIt() throws Rejection {
    Participant ann = renamed(first, "Ann");
    Participant bea = renamed(ann, "Bea");
    Participant annAgain = renamed(bea, "Ann");
    directory.free(bea, ann.name());
    directory.free(annAgain, bea.name());

    assertTaken(second, "Ann");
    assertEquals("Bea", renamed(second, "Bea").name().text());
  }

  @Test
  void theNameOfWhoLeftIsTakenUntilTheLeavingWasTold() throws Rejection {
    renamed(first, "Ann");
    Runnable told = directory.depart(1);

    assertTaken(second, "Ann");
    told.run();

    assertEquals("Ann", renamed(second, "Ann").name().text());
  }

  @Test
  void whoHasLeftTakesNoName() throws Rejection {
    directory.depart(1).run();
    Nickname ann = directory.claim(first, "Ann");

    assertEquals(Optional.empty(), directory.rename(first, ann));
    assertEquals("Ann", renamed(second, "Ann").name().text());
  }

  @Test
  void whoLeavesWhileTakingANameDoesNotKeepIt() throws Rejection {
    Nickname ann = directory.claim(first, "Ann");
    directory.depart(1).run();
    directory.free(first, ann);

    assertEquals(Optional.empty(), directory.rename(first, ann));
    assertEquals("Ann", renamed(second, "Ann").name().text());
  }

  @Test
  void aNameThatIsBeingTakenIsTakenAlreadyAndNobodyIsCalledSoYet() throws Rejection {
    directory.claim(first, "Ann");

    assertTaken(second, "Ann");
    assertEquals("User1", directory.nameOf(1));
  }

  @Test
  void aNameThatCouldNotBeTakenIsFreeAndTheOldOneStays() throws Rejection {
    Participant ann = renamed(first, "Ann");
    directory.free(ann, directory.claim(ann, "Bea"));
    directory.free(ann, directory.claim(ann, "ANN"));

    assertEquals("Bea", renamed(second, "Bea").name().text());
    assertEquals("Ann", directory.nameOf(1));
    assertTaken(second, "Ann");
  }

  @Test
  void whoReturnsHasTheNameAgainUnlessItIsTaken() throws Rejection {
    renamed(first, "Ann");

    assertEquals("Bob", directory.admit(4, "Bob", ManualClock.START).name().text());
    assertEquals("User5", directory.admit(5, "Ann", ManualClock.START).name().text());
    assertEquals("User6", directory.admit(6, "User6", ManualClock.START).name().text());
    assertTaken(second, "Bob");
  }

  @Test
  void everybodyIsFoundByTheKeyOfTheirPresentNameAlone() throws Rejection {
    assertEquals(Optional.of(first), directory.called("user1"));
    Participant ann = renamed(first, "Ann");
    directory.free(ann, first.name());
    Nickname bea = directory.claim(second, "Bea");

    assertEquals(Optional.of(ann), directory.called("ann"));
    assertEquals(Optional.empty(), directory.called("user1"));
    assertEquals(Optional.empty(), directory.called("bea"), "nobody is called so yet");
    directory.rename(second, bea);
    assertEquals(Optional.empty(), directory.called("user2"));
    Participant again = renamed(ann, "User1");
    directory.free(again, ann.name());
    assertEquals(Optional.of(again), directory.called("user1"));
    directory.depart(1).run();
    assertEquals(Optional.empty(), directory.called("user1"));
  }

  @Test
  void whoReturnsIsFoundByTheNameAloneThatTheyHaveAgain() {
    Participant bob = directory.admit(4, "Bob", ManualClock.START);

    assertEquals(Optional.of(bob), directory.called("bob"));
    assertEquals(Optional.empty(), directory.called("user4"));
  }

  @Test
  void whoIsNotHereIsCalledByTheNumber() {
    assertEquals("User99", directory.nameOf(99));
  }

  @Test
  void whoLeavesTwiceTakesNothingFromWhoHasTheNameNow() throws Rejection {
    renamed(first, "Ann");
    directory.depart(1).run();
    renamed(second, "Ann");
    directory.depart(1).run();

    assertTaken(directory.admit(3, ManualClock.START), "Ann");
  }
}
