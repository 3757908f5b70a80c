package dev.taskstore.examples.chatbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients of other authors against the program in a process of its own: the conformance suite of
 * the protocol by HTTP, and the inspector's command line by standard input. {@code .ci/mcp}
 * installs them.
 */
@Tag("mcp")
class IndependentClientsTest {

  private static final Path MODULES = Path.of("target/mcp-clients/node_modules");
  private static final Path PAGE = Path.of("../../docs/chatbot.md");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final Pattern TRANSCRIPT =
      Pattern.compile("(?<=<!-- transcript -->\n```console\n).*?(?=```\n)", Pattern.DOTALL);

  private static final Set<String> SCENARIOS =
      new TreeSet<>(
          Set.of(
              "server-initialize",
              "ping",
              "tools-list",
              "resources-list",
              "prompts-list",
              "dns-rebinding-protection"));

  @TempDir private Path folder;

  private static List<String> node(String script, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(MODULES.resolve(".bin/node").toString());
    command.add(script);
    command.addAll(List.of(arguments));
    return command;
  }

  private static String conformance() {
    return MODULES.resolve("@modelcontextprotocol/conformance/dist/index.js").toString();
  }

  /** Runs a command and returns its output, without colors. */
  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output;
    try (InputStream in = process.getInputStream()) {
      output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.replaceAll("\u001B\\[[0-9;]*m", "");
  }

  private static List<String> program(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(JAVA, "-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private String database() {
    return "jdbc:sqlite:" + folder.resolve("tasks.db");
  }

  @Test
  void everyScenarioOfTheConformanceSuiteIsPassedOrExplained()
      throws IOException, InterruptedException {
    String page = Files.readString(PAGE);
    Matcher scenario =
        Pattern.compile("(?m)^  - ([\\w-]+) \\[")
            .matcher(run(node(conformance(), "list")).split("Client scenarios")[0]);
    int count = 0;
    while (scenario.find()) {
      assertThat(page).contains("`" + scenario.group(1) + "`");
      count++;
    }
    assertThat(count).isGreaterThan(SCENARIOS.size());
  }

  @Test
  void passesTheScenariosOfTheConformanceSuiteThatApply() throws IOException, InterruptedException {
    run(
        program(
            Chatbot.class,
            "stdio",
            "--db",
            database(),
            "--user",
            "ada",
            "--create-user",
            "ada@example.com"));
    Path tokens = folder.resolve("tokens");
    String token =
        run(program(Chatbot.class, "token", "--user", "ada", "--tokens", tokens.toString()))
            .strip();
    Process server =
        new ProcessBuilder(
                program(
                    Chatbot.class,
                    "http",
                    "--db",
                    database(),
                    "--tokens",
                    tokens.toString(),
                    "--port",
                    "0"))
            .start();
    Process proxy = null;
    try (BufferedReader log = server.errorReader(StandardCharsets.UTF_8)) {
      String port = log.readLine().replaceFirst(".*:(\\d+)/mcp", "$1");
      proxy = new ProcessBuilder(node("src/test/node/add-token.mjs", port, token)).start();
      String url = "http://127.0.0.1:" + proxy.inputReader().readLine() + "/mcp";
      TreeMap<String, String> results = new TreeMap<>();
      for (String scenario : SCENARIOS) {
        String output = run(node(conformance(), "server", "--url", url, "--scenario", scenario));
        Matcher passed = Pattern.compile("Passed: (\\d+)/(\\d+)").matcher(output);
        assertThat(passed.find()).as(output).isTrue();
        assertThat(passed.group(1)).as(output).isEqualTo(passed.group(2)).isNotEqualTo("0");
        results.put(scenario, passed.group());
      }
      assertThat(results.keySet()).isEqualTo(SCENARIOS);
    } finally {
      server.destroy();
      if (proxy != null) {
        proxy.destroy();
      }
    }
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(Path.of(database().substring("jdbc:sqlite:".length()) + "-wal")).doesNotExist();
  }

  /** Runs one method with the inspector and returns its JSON. */
  private JsonNode inspect(String... options) throws IOException, InterruptedException {
    String script = MODULES.resolve("@modelcontextprotocol/inspector/cli/build/cli.js").toString();
    List<String> command = node(script, "--cli");
    command.add(JAVA);
    command.addAll(ChatbotProcess.arguments(FixedChatbot.class, folder.resolve("tasks.db")));
    command.addAll(List.of(options));
    return new JsonMapper().readTree(run(command));
  }

  private void call(StringBuilder transcript, String tool, String... arguments)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of("--method", "tools/call", "--tool-name", tool));
    transcript.append(
        "$ mcp-inspector --cli java -jar chatbot.jar stdio --user ada --method tools/call");
    transcript.append(" --tool-name ").append(tool);
    for (String argument : arguments) {
      options.addAll(List.of("--tool-arg", argument));
      transcript.append(" \\\n    --tool-arg '").append(argument).append("'");
    }
    JsonNode result = inspect(options.toArray(String[]::new));
    transcript.append('\n').append(result.at("/content/0/text").asText()).append("\n\n");
  }

  @Test
  void theTranscriptOfThePageIsThatOfTheInspector() throws IOException, InterruptedException {
    StringBuilder transcript = new StringBuilder();
    call(
        transcript,
        "add-tasks",
        "tasks=[{\"title\":\"Ship 1.0\",\"priority\":\"high\",\"dueAt\":\"2026-03-03T12:00:00Z\","
            + "\"tags\":[\"release\"]},{\"title\":\"Buy milk\",\"dueAt\":\"2026-03-01T18:00:00Z\"}]");
    call(transcript, "find-tasks", "tags=[\"release\"]", "status=[\"pending\"]");
    call(transcript, "overdue-tasks");
    String milk = SequentialIds.number(3).toString();
    call(
        transcript,
        "complete-tasks",
        "ids=[\"" + milk + "\",\"" + SequentialIds.number(99) + "\"]");
    call(
        transcript,
        "update-tasks",
        "tasks=[{\"id\":\"" + milk + "\",\"version\":0,\"title\":\"Buy oat milk\"}]");
    call(transcript, "find-tasks", "limit=51");
    String text = transcript.toString().stripTrailing() + "\n";
    assertThat(text).contains("not_found", "stale", "Invalid arguments");
    assertThat(inspect("--method", "tools/list").path("tools")).hasSize(10);
    assertThat(inspect("--method", "prompts/list").path("prompts")).hasSize(2);

    String page = Files.readString(PAGE);
    Matcher recorded = TRANSCRIPT.matcher(page);
    assertThat(recorded.find()).isTrue();
    if (Boolean.getBoolean("taskstore.chatbot.record")) {
      Files.writeString(
          PAGE, page.substring(0, recorded.start()) + text + page.substring(recorded.end()));
    } else {
      assertThat(text).isEqualTo(recorded.group());
    }
  }
}
