package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CreditWindowTest {
  private final CreditWindow credit = new CreditWindow(100);

  @Test
  void aPingIsDueEveryHalfWindow() {
    credit.sent(49);
    assertFalse(credit.isPingDue());
    credit.sent(1);
    assertTrue(credit.isPingDue());
    assertEquals(50, credit.mark());
    assertFalse(credit.isPingDue());
  }

  @Test
  void itClosesBeyondTheWindowAndOpensWithAnAnswer() {
    credit.sent(60);
    long mark = credit.mark();
    credit.sent(40);
    assertTrue(credit.isOpen());
    credit.sent(1);
    assertFalse(credit.isOpen());
    credit.answered(mark);
    assertTrue(credit.isOpen());
  }

  @Test
  void anAnswerToWhatWasNeverAskedOrWasAnsweredBeforeMeansNothing() {
    credit.sent(60);
    long first = credit.mark();
    credit.sent(60);
    credit.answered(120);
    assertFalse(credit.isOpen());
    credit.mark();
    credit.answered(120);
    credit.answered(first);
    assertTrue(credit.isOpen());
    credit.sent(100);
    assertTrue(credit.isOpen(), "an old answer takes nothing back");
  }
}
