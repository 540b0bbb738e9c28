package chatroom.http;

import chatroom.room.Uploads.Quota;

/**
 * What may be uploaded.
 *
 * @param maxBytes the largest request; 0 if nothing may
 * @param quota how much is kept
 */
public record UploadTerms(long maxBytes, Quota quota) {}
