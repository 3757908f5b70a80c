package dev.taskstore.examples.chatbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, whose client closes the stream right after its requests. */
class StdioProcessTest {

  private static final String REQUESTS =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"add-tasks",\
      "arguments":{"tasks":[{"title":"Line\\nbreak \\u2028 and 🧹"}]}}}
      {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"statistics","arguments":{}}}
      {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"none","arguments":{}}}
      garbage
      {"jsonrpc":"2.0","id":6}

      {"jsonrpc":"1.0","id":7,"method":"ping"}
      {"jsonrpc":"2.0","id":null,"method":"ping"}
      [{"jsonrpc":"2.0","id":8,"method":"ping"}]
      {"jsonrpc":"2.0","id":9,"method":"tools/call","params":"none"}
      {"jsonrpc":"2.0","id":10,"method":"none"}
      {"jsonrpc":"2.0","id":"last","method":"ping"}
      """;

  /** Requests at the same time, more than the SDK's transport may send at the same time. */
  private static String burst() {
    return IntStream.range(100, 400)
        .mapToObj(id -> "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}\n")
        .collect(Collectors.joining());
  }

  @TempDir private Path folder;

  @Test
  void answersAllRequestsBeforeTheEndOfTheInputAndClosesTheStore()
      throws IOException, InterruptedException {
    Path file = folder.resolve("tasks.db");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ChatbotProcess.arguments(Chatbot.class, file));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write((REQUESTS + burst()).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    assertThat(Files.readString(err)).isEmpty();
    assertThat(Path.of(file + "-wal")).doesNotExist();
    List<String> ids = new ArrayList<>();
    int burst = 0;
    for (String line : Files.readAllLines(out)) {
      JsonNode message = new JsonMapper().readTree(line);
      assertThat(message.path("jsonrpc").asText()).isEqualTo("2.0");
      if (message.path("id").asInt() >= 100) {
        burst++;
      } else {
        ids.add(message.path("id").asText() + " " + message.at("/error/code").asText());
      }
    }
    assertThat(ids)
        .containsExactlyInAnyOrder(
            "1 ",
            "2 ",
            "3 ",
            "4 -32602",
            "null -32700",
            "6 -32600",
            "7 -32600",
            "null -32600",
            "null -32600",
            "9 -32603",
            "10 -32601",
            "last ");
    assertThat(burst).isEqualTo(300);
  }
}
