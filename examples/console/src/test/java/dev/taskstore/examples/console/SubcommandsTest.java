package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class SubcommandsTest {

  @Test
  void everySubcommandIsListedUnderItsOwnName() {
    assertThat(Subcommands.of())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            (name, type) -> assertThat(type.getAnnotation(Command.class).name()).isEqualTo(name));
  }

  @Test
  void onlyThoseThatTheCommandLineNamesAreRead() {
    assertThat(Subcommands.of("--db", "jdbc:sqlite:tasks.db", "show", "1"))
        .containsOnlyKeys("show");
    assertThat(Subcommands.of("--db-user", "list", "tag", "1", "urgent"))
        .containsOnlyKeys("list", "tag");
  }

  @Test
  void allAreThereForTheHelpAndForWordsThatAreNone() {
    assertThat(Subcommands.of("--help")).isEqualTo(Subcommands.of());
    assertThat(Subcommands.of("lst")).isEqualTo(Subcommands.of());
  }
}
