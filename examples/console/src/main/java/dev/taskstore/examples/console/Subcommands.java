package dev.taskstore.examples.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The subcommands by name, in the order of {@code --help}. */
final class Subcommands {

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
    ALL.put("check", CheckCommand.class);
    ALL.put("migrate", MigrateCommand.class);
  }

  private Subcommands() {}

  /**
   * Returns the subcommands that occur in a command line, or all subcommands if none does. Reading
   * the annotations of all of them takes longer than most commands run.
   */
  static Map<String, Class<?>> of(String... args) {
    List<String> words = Arrays.asList(args);
    Map<String, Class<?>> named = new LinkedHashMap<>(ALL);
    named.keySet().retainAll(words);
    return named.isEmpty() ? ALL : named;
  }
}
