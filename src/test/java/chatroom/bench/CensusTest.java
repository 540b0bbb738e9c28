package chatroom.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class CensusTest {
  @Test
  void nobodyOwesASenderTheirOwn() {
    Census census = new Census(10, 2, 1);
    census.count(0, 5);
    census.count(1, 5);
    census.count(2, 10);
    assertEquals(20, census.expected());
    assertEquals(20, census.received());
    assertEquals(0, census.lost());
  }

  @Test
  void theNumbersGoFromRoomToRoom() {
    // Of 0 to 6, the first of three rooms gets 0, 3 and 6.
    Census census = new Census(7, 3, 3);
    census.count(3, 3);
    census.count(4, 2);
    census.count(5, 2);
    census.count(0, 0);
    assertEquals(7, census.expected());
    assertEquals(0, census.lost());
  }

  @Test
  void whatOneHasTwiceMakesUpForNothingThatAnotherLost() {
    Census census = new Census(10, 1, 1);
    census.count(1, 11);
    census.count(2, 9);
    assertEquals(census.expected(), census.received());
    assertEquals(1, census.lost());
    assertEquals(1, census.repeated());
  }
}
