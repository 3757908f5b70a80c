package dev.taskstore.examples.chatbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The configurations and commands in docs/chatbot.md. */
class ChatbotGuideTest {

  private static final Path PAGE = Path.of("../../docs/chatbot.md");
  private static final String JAR = "examples/chatbot/target/chatbot.jar";
  private static final Pattern CONFIGURATION =
      Pattern.compile("<!-- configuration -->\\n```json\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^java -jar " + Pattern.quote(JAR) + " (.*)$");

  private static String parse(List<String> arguments) {
    return new CommandLine(new Chatbot(FixedChatbot.environment()))
        .parseArgs(arguments.toArray(String[]::new))
        .subcommand()
        .commandSpec()
        .name();
  }

  @Test
  void theConfigurationsOfClientsStartTheProgram() throws IOException {
    List<String> transports = new ArrayList<>();
    for (MatchResult block : CONFIGURATION.matcher(Files.readString(PAGE)).results().toList()) {
      JsonNode root = new JsonMapper().readTree(block.group(1));
      JsonNode server =
          (root.has("servers") ? root.path("servers") : root.path("mcpServers")).path("taskstore");
      if (server.has("url")) {
        assertThat(server.path("url").asText()).isEqualTo("http://127.0.0.1:8080/mcp");
        assertThat(server.at("/headers/Authorization").asText()).startsWith("Bearer ");
        transports.add("http");
      } else {
        assertThat(server.path("command").asText()).isEqualTo("java");
        List<String> arguments = new ArrayList<>();
        server.path("args").forEach(argument -> arguments.add(argument.asText()));
        assertThat(arguments.get(0)).isEqualTo("-jar");
        assertThat(arguments.get(1)).endsWith(JAR);
        transports.add(parse(arguments.subList(2, arguments.size())));
      }
    }
    assertThat(transports).containsExactly("stdio", "stdio", "stdio", "http");
  }

  @Test
  void theCommandsAreValid() throws IOException {
    List<String> commands =
        COMMAND
            .matcher(Files.readString(PAGE))
            .results()
            .map(command -> parse(List.of(command.group(1).split(" "))))
            .toList();

    assertThat(commands).containsExactly("token", "http");
  }
}
