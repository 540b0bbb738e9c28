/** Where one can go: the rooms, the private conversations, and the people to begin one with. */
import { mountChats } from './chats.js';
import { mountPeople } from './people.js';
import { mountRooms } from './rooms.js';

export function mountSidebar(place, context) {
  const updates = [
    mountRooms(place, context),
    mountChats(place, context),
    mountPeople(place, context),
  ];
  return (state) => updates.forEach((update) => update(state));
}
