package chatroom.conversation;

import chatroom.delivery.Broadcaster;
import chatroom.delivery.Client;
import chatroom.delivery.PrivateDelivery;
import chatroom.room.Directory;
import chatroom.room.Lane;
import chatroom.room.PrivateChats;
import chatroom.room.Room;
import chatroom.room.RoomName;
import chatroom.room.Timeline;
import chatroom.storage.MemoryMessageLog;
import chatroom.testing.ManualClock;
import chatroom.testing.Node;
import chatroom.testing.PlainNicknames;
import chatroom.testing.RecordingTransport;
import chatroom.wire.ClientMessage;
import chatroom.wire.ServerMessage;
import java.util.List;

/** A whole chat of real parts, all in manual time and in the calling thread. */
final class Hall {
  static final long NOW = ManualClock.START.getEpochSecond();
  static final int ACTS_PER_SECOND = 10;

  final Node node = new Node();
  final MemoryMessageLog log = new MemoryMessageLog(node.clock);
  final Directory directory = new Directory(new PlainNicknames());
  final Chat chat;

  Hall() {
    this(new Limits(ACTS_PER_SECOND, 3, 100, 1_000));
  }

  Hall(Limits limits) {
    Broadcaster generalClients = new Broadcaster(node.encoder, node.clock);
    Lane lane = new Lane(Runnable::run, 100);
    Timeline timeline = new Timeline(0);
    chat =
        new Chat(
            directory,
            new Room(RoomName.GENERAL, lane, log, timeline, generalClients),
            generalClients,
            new PrivateChats(lane, log, timeline, directory),
            new PrivateDelivery(),
            log,
            timeline,
            node.registry,
            limits,
            node.clock,
            node.nanoTime,
            ManualClock.START);
  }

  /** Somebody in the hall, and what they have heard since they last listened. */
  final class Guest {
    final RecordingTransport transport = new RecordingTransport();
    final Client client = node.client(transport);
    final Conversation conversation = Conversation.begin(chat, client);
    private int listened;

    void say(ClientMessage message) {
      conversation.receive(message);
    }

    void say(String text) {
      say(new ClientMessage.Post(text, null, null));
    }

    /** What was heard since the last time. */
    List<ServerMessage> heard() {
      List<ServerMessage> all = node.encoder.heardOver(transport);
      List<ServerMessage> news = all.subList(listened, all.size());
      listened = all.size();
      return news;
    }

    /** The one thing that was heard since the last time. */
    ServerMessage heardOnly() {
      List<ServerMessage> news = heard();
      if (news.size() != 1) {
        throw new AssertionError("not one message: " + news);
      }
      return news.get(0);
    }
  }

  /** Somebody who has just come. */
  Guest enter() {
    return new Guest();
  }

  /** Somebody who has been greeted, and has heard of nothing since. */
  Guest settled() {
    Guest guest = enter();
    guest.heard();
    return guest;
  }
}
