package chatroom.conversation;

import chatroom.account.FirstAdmin;
import chatroom.room.Accounts;
import chatroom.wire.ModerationMessage.Configuration.Setting;
import java.util.List;

/**
 * What those work with who keep order.
 *
 * @param discipline who is banned or muted; for use on the lane alone, mostly
 * @param people finds users; for use on the lane alone
 * @param accounts keeps their roles
 * @param firstAdmin knows how one becomes the first administrator
 * @param succession sees to it that there is always one; for use on the lane alone
 * @param settings those in force, without passwords
 */
public record Oversight(
    Discipline discipline,
    People people,
    Accounts accounts,
    FirstAdmin firstAdmin,
    Succession succession,
    List<Setting> settings) {}
