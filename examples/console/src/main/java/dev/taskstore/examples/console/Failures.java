package dev.taskstore.examples.console;

import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.ConstraintViolationException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.StorageFullException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.examples.console.io.InvalidFileException;
import dev.taskstore.examples.console.text.DisplayText;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports a failure as one line on standard error and an exit code. */
final class Failures {

  private Failures() {}

  static int onUsage(ParameterException failure, String[] args) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    print(
        failure.getCommandLine(),
        "console: " + failure.getMessage() + " (see " + command + " --help)");
    return ExitCode.USAGE;
  }

  static int onExecution(Exception failure, CommandLine commandLine, ParseResult result) {
    print(commandLine, "console: " + message(failure));
    if (((Console) commandLine.getCommandSpec().root().userObject()).isTracing()) {
      failure.printStackTrace(commandLine.getErr());
    }
    return exitCode(failure);
  }

  private static void print(CommandLine commandLine, String message) {
    commandLine.getErr().print(DisplayText.oneLine(message) + "\n");
    commandLine.getErr().flush();
  }

  private static String message(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file";
    } else if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    } else if (failure.getMessage() == null || exitCode(failure) == ExitCode.FAILURE) {
      return failure + " (use --trace for details)";
    }
    return failure.getMessage();
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof NotFoundException || failure instanceof EntityNotFoundException) {
      return ExitCode.NOT_FOUND;
    } else if (failure instanceof InvalidFileException
        || failure instanceof InvalidArgumentException
        || failure instanceof ConstraintViolationException
        || failure instanceof StaleEntityException
        || failure instanceof FileSystemException) {
      return ExitCode.REJECTED;
    } else if (failure instanceof ConnectionLostException
        || failure instanceof CommitOutcomeUnknownException
        || failure instanceof DatabaseOpenException
        || failure instanceof DatabaseTimeoutException
        || failure instanceof DialectNotFoundException
        || failure instanceof MigrationException
        || failure instanceof CapabilityNotSupportedException
        || failure instanceof SchemaOutOfDateException
        || failure instanceof StorageFullException
        || failure instanceof TransientFailureException) {
      return ExitCode.DATABASE;
    }
    return ExitCode.FAILURE;
  }
}
