package chatroom.config;

/**
 * How much may be uploaded.
 *
 * @param maxBytes {@code max-upload-bytes}: the largest upload, 0 to 104,857,600; default
 *     5,242,880; 0 is none at all
 * @param quotaBytes {@code upload-quota-bytes}: what is kept of one user, up to 2<sup>50</sup>;
 *     default 104,857,600
 * @param totalBytes {@code upload-total-bytes}: what is kept of all together, up to 2<sup>50</sup>;
 *     default 10,737,418,240
 */
public record UploadSettings(long maxBytes, long quotaBytes, long totalBytes) {
  static UploadSettings read(ConfigReader reader) {
    return new UploadSettings(
        reader.value(Settings.MAX_UPLOAD_BYTES),
        reader.value(Settings.UPLOAD_QUOTA_BYTES),
        reader.value(Settings.UPLOAD_TOTAL_BYTES));
  }
}
