package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.ProtocolDocument;
import chatroom.testing.RunningChat;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server hands out the description of its own protocol, the one that the tests hold it to. */
final class AsyncApiIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.with();

  @Test
  void theDocumentIsServedAsItIs() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(CHAT.server().url().resolve("asyncapi.yaml")).build(),
                BodyHandlers.ofString());

    assertEquals(200, answer.statusCode());
    assertEquals(Files.readString(ProtocolDocument.FILE), answer.body());
    assertEquals("application/yaml", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
  }
}
