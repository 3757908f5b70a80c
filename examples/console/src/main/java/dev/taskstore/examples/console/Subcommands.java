package dev.taskstore.examples.console;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The subcommands by name, in the order of {@code --help}. */
final class Subcommands {

  private static final String HELP = "help";
  private static final String COMPLETION = "completion";

  private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("add", AddCommand.class);
    ALL.put("list", ListCommand.class);
    ALL.put("show", ShowCommand.class);
    ALL.put("edit", EditCommand.class);
    ALL.put("start", StartCommand.class);
    ALL.put("done", DoneCommand.class);
    ALL.put("delete", DeleteCommand.class);
    ALL.put("tag", TagCommand.class);
    ALL.put("untag", UntagCommand.class);
    ALL.put("tags", TagsCommand.class);
    ALL.put("users", UsersCommand.class);
    ALL.put("stats", StatsCommand.class);
    ALL.put("search", SearchCommand.class);
    ALL.put("import", ImportCommand.class);
    ALL.put("export", ExportCommand.class);
    ALL.put("seed", SeedCommand.class);
    ALL.put("check", CheckCommand.class);
    ALL.put("copy", CopyCommand.class);
    ALL.put("verify", VerifyCommand.class);
    ALL.put("unseal", UnsealCommand.class);
    ALL.put("backup", BackupCommand.class);
    ALL.put("restore", RestoreCommand.class);
    ALL.put("migrate", MigrateCommand.class);
    ALL.put("roles", RolesCommand.class);
    ALL.put(COMPLETION, CompletionCommand.class);
    ALL.put(HELP, HelpCommand.class);
  }

  private Subcommands() {}

  /**
   * Returns the subcommands that occur in a command line, or all subcommands if none does or if it
   * is one of those that describe all others. Reading the annotations of all of them takes longer
   * than most commands run.
   */
  static Map<String, Class<?>> of(String... args) {
    List<String> words = Arrays.asList(args);
    Map<String, Class<?>> named = new LinkedHashMap<>(ALL);
    named.keySet().retainAll(words);
    boolean needsAll = named.isEmpty() || named.containsKey(HELP) || named.containsKey(COMPLETION);
    return needsAll ? Collections.unmodifiableMap(ALL) : named;
  }
}
