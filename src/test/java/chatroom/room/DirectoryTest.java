package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.testing.ManualClock;
import chatroom.testing.PlainNicknames;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private final Directory directory = new Directory(new PlainNicknames());
  private final Participant first = online();
  private final Participant second = online();

  private Participant online() {
    Participant who = directory.admit(ManualClock.START);
    directory.appear(who.id());
    return who;
  }

  private void assertTaken(Participant who, String name) {
    Rejection refused =
        assertThrows(Rejection.class, () -> directory.rename(who, name), "the name is free");
    assertEquals(Code.NAME_TAKEN, refused.code());
  }

  @Test
  void numbersRiseAndAreNeverGivenTwice() {
    directory.depart(second.id()).run();

    assertEquals(1, first.id());
    assertEquals(2, second.id());
    assertEquals(3, directory.admit(ManualClock.START).id());
  }

  @Test
  void aNewcomerIsCalledAfterTheirNumber() {
    assertEquals("User1", first.name().text());
    assertEquals(Optional.of(first), directory.find(1));
    assertEquals(2, directory.size());
  }

  @Test
  void whoHasNotBeenGreetedYetIsNotFound() {
    Participant third = directory.admit(ManualClock.START);

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
    Participant renamed = directory.rename(first, "Ann");

    assertEquals("Ann", renamed.name().text());
    assertEquals(Optional.of(renamed), directory.find(1));
  }

  @Test
  void aNameBelongsToOneUserInEveryLook() throws Rejection {
    directory.rename(first, "Ann");

    assertTaken(second, "ann");
  }

  @Test
  void aNameThatIsNotAllowedChangesNothing() {
    assertThrows(Rejection.class, () -> directory.rename(first, " "));

    assertEquals(Optional.of(first), directory.find(1));
  }

  @Test
  void onesOwnNameCanBeWrittenAnotherWayAndStaysOnesOwn() throws Rejection {
    Participant ann = directory.rename(first, "Ann");
    Participant loud = directory.rename(ann, "ANN");
    directory.free(loud, ann.name());

    assertEquals("ANN", loud.name().text());
    assertTaken(second, "Ann");
  }

  @Test
  void oneMayGoBackToOnesNumberButNotTakeAnothers() throws Rejection {
    Participant ann = directory.rename(first, "Ann");

    assertEquals("User1", directory.rename(ann, "User1").name().text());
    assertTaken(first, "User2");
  }

  @Test
  void theOldNameIsTakenUntilItIsFreed() throws Rejection {
    Participant ann = directory.rename(first, "Ann");
    Participant bea = directory.rename(ann, "Bea");

    assertTaken(second, "Ann");
    directory.free(bea, ann.name());

    assertEquals("Ann", directory.rename(second, "Ann").name().text());
    assertTaken(directory.admit(ManualClock.START), "Bea");
  }

  @Test
  void whoIsBackUnderTheOldNameBeforeItIsFreedKeepsIt() throws Rejection {
    Participant ann = directory.rename(first, "Ann");
    Participant bea = directory.rename(ann, "Bea");
    Participant annAgain = directory.rename(bea, "Ann");
    directory.free(bea, ann.name());
    directory.free(annAgain, bea.name());

    assertTaken(second, "Ann");
    assertEquals("Bea", directory.rename(second, "Bea").name().text());
  }

  @Test
  void theNameOfWhoLeftIsTakenUntilTheLeavingWasTold() throws Rejection {
    directory.rename(first, "Ann");
    Runnable told = directory.depart(1);

    assertTaken(second, "Ann");
    told.run();

    assertEquals("Ann", directory.rename(second, "Ann").name().text());
  }

  @Test
  void whoLeavesWhileTakingANameDoesNotKeepIt() throws Rejection {
    directory.depart(1).run();
    directory.rename(first, "Ann");

    assertEquals("Ann", directory.rename(second, "Ann").name().text());
    assertEquals(Optional.empty(), directory.find(1));
  }

  @Test
  void whoLeavesTwiceTakesNothingFromWhoHasTheNameNow() throws Rejection {
    directory.rename(first, "Ann");
    directory.depart(1).run();
    directory.rename(second, "Ann");
    directory.depart(1).run();

    assertTaken(directory.admit(ManualClock.START), "Ann");
  }
}
