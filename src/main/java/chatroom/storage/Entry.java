package chatroom.storage;

import chatroom.room.Draft;
import chatroom.room.Guests;
import chatroom.room.MessageLog;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.room.Uploads;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Something to be written, with whom to tell what became of it. */
sealed interface Entry {
  /** What an entry takes beside its text, roughly, in bytes. */
  int OVERHEAD_BYTES = 200;

  /** Tells that nothing of it is stored. */
  void refuse(Unavailable why);

  /** What it takes while it waits, in bytes of estimated heap. */
  default long bytes() {
    return OVERHEAD_BYTES;
  }

  /** A message, or a change to one. */
  record Posting(Draft draft, MessageLog.Receipt receipt) implements Entry {
    @Override
    public void refuse(Unavailable why) {
      receipt.refused(why);
    }

    @Override
    public long bytes() {
      return OVERHEAD_BYTES + 2L * draft.length();
    }
  }

  /** Somebody new. */
  record Newcomer(Optional<String> tokenHash, Guests.Admission admission) implements Entry {
    @Override
    public void refuse(Unavailable why) {
      admission.refused(why);
    }
  }

  /** Somebody's new name. */
  record Renaming(long userId, String name, Guests.Receipt receipt) implements Entry {
    @Override
    public void refuse(Unavailable why) {
      receipt.refused(why);
    }
  }

  /** Somebody was here, by a token if they have an account. */
  record Sighting(long userId, String tokenHash) implements Entry {
    @Override
    public void refuse(Unavailable why) {
      // An earlier time counts.
    }
  }

  /** What writes something. */
  @FunctionalInterface
  interface Write {
    /** Does it; not yet committed. Done again, it changes nothing more. */
    void on(Connection connection) throws SQLException;
  }

  /** Something that happens rarely, and has statements of its own. */
  record Writing(Write write, Guests.Receipt receipt) implements Entry {
    @Override
    public void refuse(Unavailable why) {
      receipt.refused(why);
    }
  }

  /** Somebody has read so far. */
  record Marking(long userId, RoomName room, long seq, Guests.Receipt receipt) implements Entry {
    @Override
    public void refuse(Unavailable why) {
      receipt.refused(why);
    }
  }

  /** Somebody ignores somebody, or no more. */
  record Ignoring(long userId, long otherId, boolean on, Guests.Receipt receipt) implements Entry {
    @Override
    public void refuse(Unavailable why) {
      receipt.refused(why);
    }
  }

  /**
   * What is too old goes, a little of it.
   *
   * @param messagesBefore messages sent before go
   * @param guestsBefore guests last seen before are forgotten
   * @param swept told whether there is more of it; false if nothing could be done
   */
  record Sweep(Instant messagesBefore, Instant guestsBefore, Consumer<Boolean> swept)
      implements Entry {
    @Override
    public void refuse(Unavailable why) {
      swept.accept(false);
    }
  }

  /** Who is told once what became of something: the result, or why there is none. */
  record Told<T>(Consumer<T> done, Consumer<Unavailable> refused) {}

  /**
   * Something that happens rarely, and of which the database says what it comes to.
   *
   * @param what does it; not yet committed. Done again, it changes nothing more.
   */
  record Deciding<T>(Reader.Query<T> what, Told<T> told) implements Entry {
    /** Does it; what is returned tells of it. */
    Runnable on(Connection connection) throws SQLException {
      T outcome = what.run(connection);
      return () -> told.done().accept(outcome);
    }

    @Override
    public void refuse(Unavailable why) {
      told.refused().accept(why);
    }
  }

  /** A file was uploaded. */
  record Uploading(Uploads.Upload upload, Uploads.Quota quota, Told<Uploads.Outcome> told)
      implements Entry {
    @Override
    public void refuse(Unavailable why) {
      told.refused().accept(why);
    }
  }

  /**
   * Uploads that no message names go, a few of them.
   *
   * @param unnamedBefore what came before that and was never named goes
   * @param told whether there is more of it
   */
  record UploadSweep(Instant unnamedBefore, Told<Boolean> told) implements Entry {
    @Override
    public void refuse(Unavailable why) {
      told.refused().accept(why);
    }
  }
}
