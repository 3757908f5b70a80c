package dev.taskstore.examples.console;

import dev.taskstore.backup.ArchiveDamagedException;
import dev.taskstore.backup.ArchiveFileException;
import dev.taskstore.backup.ArchiveMismatchException;
import dev.taskstore.backup.ArchivePassphraseException;
import dev.taskstore.backup.BackupFailedException;
import dev.taskstore.backup.TargetNotEmptyException;
import dev.taskstore.db.exception.AppendOnlyException;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.ConstraintViolationException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseSealedException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.IncompleteTransferException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RowSecurityException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.StorageFullException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.spi.JdbcUrls;
import dev.taskstore.examples.console.text.DisplayText;
import dev.taskstore.examples.formats.InvalidFileException;
import dev.taskstore.transfer.exception.CopyRefusedException;
import dev.taskstore.transfer.exception.CopyVerificationException;
import dev.taskstore.transfer.exception.TransferException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a failure as one line on standard error and an exit code. */
final class Failures {

  private Failures() {}

  static int onUsage(ParameterException failure, String[] args) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    String message = withoutPasswords(failure.getMessage()) + suggestion(failure);
    return print(
        failure.getCommandLine(), message + " (see " + command + " --help)", ExitCode.USAGE);
  }

  /** The message of an unknown option contains the option, which may be a URL. */
  private static String withoutPasswords(String message) {
    return message.contains("jdbc:") ? JdbcUrls.withoutUserInfo(message) : message;
  }

  /** Returns what the user may have meant, as the end of a message, or an empty text. */
  static String suggestion(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      return ". Did you mean: " + String.join(" or ", unmatched.getSuggestions()) + "?";
    }
    return "";
  }

  static int onExecution(Exception failure, CommandLine commandLine, ParseResult result) {
    Console console = (Console) commandLine.getCommandSpec().root().userObject();
    int exitCode = print(commandLine, message(failure, console), exitCode(failure));
    if (console.isTracing()) {
      failure.printStackTrace(commandLine.getErr());
    }
    return exitCode;
  }

  /** Prints a message and returns the exit code. */
  static int print(CommandLine commandLine, String message, int exitCode) {
    commandLine.getErr().print(DisplayText.oneLine("console: " + message) + "\n");
    commandLine.getErr().flush();
    return exitCode;
  }

  private static String message(Exception failure, Console console) {
    if (failure instanceof ReadOnlyTransactionException) {
      return console.database().location()
          + ": the database is read-only. Check the permissions of its file, or its server.";
    } else if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file";
    } else if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    } else if (failure instanceof FileSystemException file) {
      return file.getFile() + ": " + Objects.requireNonNullElse(file.getReason(), "not usable");
    } else if (failure.getMessage() == null || exitCode(failure) == ExitCode.FAILURE) {
      return failure + " (use --trace for details)";
    }
    return failure.getMessage();
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof NotFoundException || failure instanceof EntityNotFoundException) {
      return ExitCode.NOT_FOUND;
    } else if (failure instanceof InvalidFileException
        || failure instanceof AmbiguousIdException
        || failure instanceof ArchiveDamagedException
        || failure instanceof ArchiveFileException
        || failure instanceof ArchiveMismatchException
        || failure instanceof ArchivePassphraseException
        || failure instanceof InvalidArgumentException
        || failure instanceof ConstraintViolationException
        || failure instanceof AppendOnlyException
        || failure instanceof CopyRefusedException
        || failure instanceof RowSecurityException
        || failure instanceof StaleEntityException
        || failure instanceof FileSystemException) {
      return ExitCode.REJECTED;
    } else if (failure instanceof CopyVerificationException) {
      return ExitCode.DRIFT;
    } else if (failure instanceof BackupFailedException
        || failure instanceof IncompleteTransferException
        || failure instanceof TargetNotEmptyException
        || failure instanceof ConnectionLostException
        || failure instanceof CommitOutcomeUnknownException
        || failure instanceof DatabaseOpenException
        || failure instanceof DatabaseTimeoutException
        || failure instanceof DatabaseSealedException
        || failure instanceof DialectNotFoundException
        || failure instanceof IncompleteTransferException
        || failure instanceof TransferException
        || failure instanceof MigrationException
        || failure instanceof CapabilityNotSupportedException
        || failure instanceof ReadOnlyTransactionException
        || failure instanceof SchemaOutOfDateException
        || failure instanceof StorageFullException
        || failure instanceof TransientFailureException) {
      return ExitCode.DATABASE;
    }
    return ExitCode.FAILURE;
  }
}
