package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That nothing is lost or seen twice, and nobody is taken for another, whatever happens. */
@Tag("browser")
class ResumingIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  @Test
  void aReloadedPageIsTheSamePersonInTheSameConversations() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.say("one");
    grace.reads("one");
    grace.say("two");
    grace.writePrivatelyTo("Ada");
    grace.say("Psst");
    assertThat(ada.page()).hasTitle("(1) Chatroom");
    Object lines = grace.lines().allTextContents();

    ada.page().reload();
    ada.connected().reads("one", "two");
    assertThat(ada.ownTexts()).hasText(new String[] {"one"});
    assertThat(ada.ownName()).hasAccessibleName("Your name: Ada. Change it");
    assertThat(ada.nameField()).isHidden();
    assertThat(ada.page()).hasTitle("(1) Chatroom");
    ada.chats().first().click();
    ada.reads("Psst");
    ada.say("Yes?");
    grace.reads("Psst", "Yes?");
    grace.sees("Ada", "Grace");
    assertEquals(lines, grace.lines().allTextContents());
  }

  @Test
  void whatHappenedWhileTheLineWasCutIsThereAndNobodySawItsReaderLeave() {
    ChatWindow grace = WINDOWS.open().named("Grace");
    ChatWindow ada = WINDOWS.open();
    Lines lines = Lines.of(ada);
    ada.named("Ada");
    ada.say("one");
    grace.reads("one");
    Object seen = grace.lines().allTextContents();

    lines.cut();
    assertThat(ada.status()).containsText("Offline");
    grace.say("two");
    grace.writePrivatelyTo("Ada");
    grace.say("Psst");
    ada.say("three");
    assertThat(ada.status()).hasText("Offline1 waiting");
    ada.photograph("offline-waiting");
    lines.restore();

    ada.connected().reads("one", "two", "three");
    assertThat(ada.stored()).hasCount(3);
    assertThat(ada.ownTexts()).hasText(new String[] {"one", "three"});
    ada.chats().first().click();
    ada.reads("Psst");
    grace.button("Back to general").click();
    grace.reads("one", "two", "three");
    grace.sees("Ada", "Grace");
    assertEquals(seen, grace.lines().allTextContents());
    assertThat(ada.lines()).hasCount(0);
  }

  @Test
  void aRestartOfTheServerLosesNothing() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.say("one");
    grace.reads("one");
    grace.writePrivatelyTo("Ada");
    grace.say("Psst");
    assertThat(grace.stored()).hasCount(1);
    ada.complete();
    grace.complete();

    WINDOWS.server().stop();
    assertThat(ada.status()).containsText("Offline");
    ada.say("two");
    ada.say("three");
    WINDOWS.server().restart();

    ada.connected().reads("one", "two", "three");
    assertThat(ada.stored()).hasCount(3);
    ada.say("four");
    grace.connected().reads("Psst");
    ada.chats().first().click();
    ada.reads("Psst");
    ada.say("Yes?");
    grace.reads("Psst", "Yes?");
    grace.button("Back to general").click();
    grace.reads("one", "two", "three", "four");
    grace.sees("Ada", "Grace");
  }

  @Test
  void whatWaitsIsSentAfterAReload() {
    ChatWindow ada = WINDOWS.open();
    Lines lines = Lines.of(ada);
    ada.named("Ada");
    ada.say("one");
    assertThat(ada.stored()).hasCount(1);
    lines.cut();
    ada.say("two");
    assertThat(ada.status()).containsText("1 waiting");
    ada.page().reload();
    assertThat(ada.status()).containsText("1 waiting");
    ada.reads("two");
    lines.restore();
    ada.connected().reads("one", "two");
    assertThat(ada.stored()).hasCount(2);
    ChatWindow grace = WINDOWS.open().connected();
    grace.reads("one", "two");
  }

  @Test
  void ofADuplicatedTabOneIsSomebodyNewAndBothStay() {
    ChatWindow grace = WINDOWS.open().named("Grace");
    ChatWindow first = WINDOWS.open().named("Ada");
    first.say("one");
    assertThat(first.stored()).hasCount(1);

    ChatWindow second = first.duplicated();
    second.connected().reads("one");
    assertThat(second.ownName()).hasAccessibleName("Your name: Ada. Change it");
    assertThat(second.ownTexts()).hasText(new String[] {"one"});
    assertThat(first.page().getByText("Here you are somebody new.")).isVisible();
    first.connected().reads("one");
    assertThat(first.ownTexts()).hasCount(0);
    first.photograph("replaced");
    grace.sees("Ada", "Grace", "User3");

    first.named("Eve").say("two");
    second.reads("one", "two");
    second.say("three");
    grace.reads("one", "two", "three");
    first.reads("one", "two", "three");
    first.page().reload();
    first.connected();
    assertThat(first.ownTexts()).hasText(new String[] {"two"});
    grace.sees("Ada", "Eve", "Grace");
  }

  @Test
  void afterManyCutsAndReloadsEverybodyHasReadTheSameOnce() {
    ChatWindow ada = WINDOWS.open();
    ChatWindow grace = WINDOWS.open();
    Map<ChatWindow, Lines> lines = Map.of(ada, Lines.of(ada), grace, Lines.of(grace));
    ada.named("Ada");
    grace.named("Grace");
    Random random = new Random(5);
    Set<String> said = new TreeSet<>();
    for (int i = 10; i < 40; i++) {
      ChatWindow one = random.nextBoolean() ? ada : grace;
      one.say("line " + i);
      said.add("line " + i);
      if (random.nextInt(3) == 0) {
        Objects.requireNonNull(lines.get(one)).end(1001);
      } else if (random.nextInt(6) == 0) {
        one.page().reload();
      }
    }
    assertThat(ada.connected().stored()).hasCount(said.size());
    assertThat(grace.connected().stored()).hasCount(said.size());
    List<String> read = ada.texts().allTextContents();
    grace.reads(read.toArray(String[]::new));
    assertEquals(List.copyOf(said), read.stream().sorted().toList());
    assertThat(ada.texts()).hasCount(said.size());
    grace.sees("Ada", "Grace");
  }
}
