package chatroom.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What will be done to a server, wholly decided by a seed: the same seed gives the same plan,
 * though not the same interleaving.
 *
 * <p>Thread safety: immutable; each script is for one thread.
 *
 * @param seed of everything
 * @param clients how many there are
 */
record Plan(long seed, int clients) {
  private static final int MOST_MILLIS_BETWEEN = 160;
  private static final int MOST_CHARACTERS = 200;
  private static final int LARGE_CHARACTERS = 6_000;
  private static final int MOST_IN_A_BURST = 20;
  private static final int MOST_MILLIS_FROZEN = 4_000;
  private static final int MOST_MILLIS_AWAY = 15_000;
  private static final int MOST_CHOICES = 1_000;
  private static final int ORDERLY_EVERY = 8;
  private static final int STARTING_MILLIS = 2_000;
  private static final int RETURNING_MILLIS = 500;
  private static final int TALKING_MILLIS = 3_500;

  /** The endless script of one client. */
  Supplier<Step> script(int client) {
    Random random = new Random(seed * 31 + client);
    return () -> step(random, client);
  }

  private Step step(Random random, int client) {
    int after = random.nextInt(MOST_MILLIS_BETWEEN);
    Deed deed = deed(random.nextInt(1000));
    return new Step(after, deed, amount(deed, random, client));
  }

  private static Deed deed(int dice) {
    if (dice < 590) {
      return Deed.SAY;
    } else if (dice < 650) {
      return Deed.EDIT;
    } else if (dice < 680) {
      return Deed.DELETE;
    } else if (dice < 790) {
      return Deed.REACT;
    } else if (dice < 890) {
      return Deed.WHISPER;
    } else if (dice < 905) {
      return Deed.BURST;
    } else if (dice < 945) {
      return Deed.RESEND;
    } else if (dice < 970) {
      return Deed.CUT;
    } else if (dice < 983) {
      return Deed.FREEZE;
    } else if (dice < 990) {
      return Deed.FREEZE_AND_CUT;
    } else if (dice < 992) {
      return Deed.STAY_AWAY;
    }
    return dice < 997 ? Deed.TAKE_OVER : Deed.LEAVE;
  }

  private int amount(Deed deed, Random random, int client) {
    return switch (deed) {
      case SAY -> random.nextInt(random.nextInt(10) == 0 ? LARGE_CHARACTERS : MOST_CHARACTERS);
      case WHISPER -> (client + 1 + random.nextInt(Math.max(1, clients - 1))) % clients;
      case BURST -> 2 + random.nextInt(MOST_IN_A_BURST - 1);
      case EDIT, DELETE, REACT -> random.nextInt(MOST_CHOICES);
      case FREEZE, FREEZE_AND_CUT -> 100 + random.nextInt(MOST_MILLIS_FROZEN);
      case STAY_AWAY -> 1_000 + random.nextInt(MOST_MILLIS_AWAY);
      case RESEND, CUT, TAKE_OVER, LEAVE -> 0;
    };
  }

  /** The ends of the server: so many kills, and now and then an orderly restart. */
  List<Outage> outages(int kills) {
    Random random = new Random(~seed);
    List<Outage> outages = new ArrayList<>();
    for (int killed = 0; killed < kills; ) {
      boolean orderly = outages.size() % ORDERLY_EVERY == ORDERLY_EVERY - 1;
      int dice = random.nextInt(10);
      int greeted = dice == 0 ? 0 : dice < 4 ? 1 : clients / 2;
      int most = dice == 0 ? STARTING_MILLIS : dice < 4 ? RETURNING_MILLIS : TALKING_MILLIS;
      outages.add(new Outage(random.nextInt(most), greeted, orderly));
      killed += orderly ? 0 : 1;
    }
    return outages;
  }
}
