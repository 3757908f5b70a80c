package dev.taskstore.codegen.cli;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.generation.GenerationResult;
import dev.taskstore.codegen.generation.RepositoryGenerator;
import dev.taskstore.codegen.lint.ChangelogLinter;
import dev.taskstore.codegen.lint.Finding;
import dev.taskstore.codegen.lint.LintConfiguration;
import dev.taskstore.codegen.source.SchemaSource;
import dev.taskstore.codegen.specification.Specification;
import dev.taskstore.codegen.specification.SpecificationFiles;
import dev.taskstore.codegen.specification.SpecificationGenerator;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Runs the generator from any build: {@code generate}, {@code check}, {@code lint} and {@code
 * specification}, with the options of the Maven plugin. Without arguments, it prints the usage.
 *
 * <p>The exit code is 0 after success, 1 if the changelog or a document is at fault, and 2 for
 * invalid arguments. The password of the PostgreSQL server is read from the environment variable
 * {@code TASKSTORE_GENERATOR_POSTGRES_PASSWORD}.
 */
public final class Main {

  private static final int FAILED = 1;
  private static final int INVALID = 2;

  private final PrintStream out;
  private final PrintStream err;

  private Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs a command and ends the virtual machine with its exit code.
   *
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) {
    System.exit(new Main(System.out, System.err).run(List.of(arguments)));
  }

  private int run(List<String> words) {
    Arguments arguments;
    try {
      arguments = Arguments.of(words);
    } catch (GenerationException e) {
      err.println(e.getMessage());
      return INVALID;
    }
    try {
      return run(arguments) ? 0 : FAILED;
    } catch (GenerationException e) {
      err.println(e.getMessage());
    } catch (PatternSyntaxException e) {
      err.println(
          "The regular expression \""
              + e.getPattern()
              + "\" is invalid: "
              + e.getDescription()
              + ".");
    }
    return FAILED;
  }

  private boolean run(Arguments arguments) {
    String password = Objects.requireNonNullElse(System.getenv(Configurations.PASSWORD), "");
    Configurations configurations = new Configurations(arguments, password);
    return switch (arguments.command()) {
      case GENERATE -> generate(configurations);
      case CHECK -> check(configurations);
      case LINT -> lint(arguments, configurations);
      case SPECIFICATION -> specification(arguments, configurations);
    };
  }

  private boolean generate(Configurations configurations) {
    GenerationResult result = new RepositoryGenerator().generate(configurations.generate());
    out.println(
        result.upToDate()
            ? "The " + result.files().size() + " generated sources are up to date."
            : "Generated "
                + result.files().size()
                + " sources: "
                + result.written().size()
                + " written, "
                + result.removed().size()
                + " removed.");
    return true;
  }

  private boolean check(Configurations configurations) {
    SchemaSource.check(configurations.check().build());
    out.println("The snapshot of the schema is what the databases give.");
    return true;
  }

  private boolean lint(Arguments arguments, Configurations configurations) {
    List<Finding> findings =
        new ChangelogLinter()
            .lint(
                new LintConfiguration(
                    arguments.required(Option.CHANGELOG), configurations.resources()));
    if (findings.isEmpty()) {
      out.println("The changelog violates no rule.");
      return true;
    }
    err.println(findings.stream().map(Finding::description).collect(Collectors.joining("\n")));
    return arguments.flag(Option.WARN_ONLY);
  }

  private boolean specification(Arguments arguments, Configurations configurations) {
    Specification specification =
        new SpecificationGenerator().generate(configurations.specification());
    Path documents = Path.of(arguments.value(Option.OUTPUT, "docs"));
    SpecificationFiles files = new SpecificationFiles(documents);
    if (arguments.flag(Option.CHECK)) {
      files.requireCurrent(specification, "the command specification without --check");
      out.println("The specification of the database is up to date.");
    } else {
      boolean changed = files.write(specification);
      out.println(changed ? "Wrote " + documents + "." : documents + " is up to date.");
    }
    return true;
  }
}
