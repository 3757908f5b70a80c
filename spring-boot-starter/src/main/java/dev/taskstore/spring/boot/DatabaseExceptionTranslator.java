package dev.taskstore.spring.boot;

import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.AppendOnlyException;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.ConstraintViolationException;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseSealedException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.IncompleteTransferException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.InvalidRowException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.NewerSchemaException;
import dev.taskstore.db.exception.NotNullViolationException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.RowSecurityException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.StorageFullException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.exception.UniqueViolationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/**
 * Translates the exceptions of the library to those of Spring. The exception of the library, with
 * its table, columns and constraint, is the cause.
 *
 * <p>Spring calls it for beans that are annotated with {@code @Repository}. Other code may call
 * {@link #translate}. Thread-safe.
 */
public final class DatabaseExceptionTranslator implements PersistenceExceptionTranslator {

  private static final Map<
          Class<?>, BiFunction<@Nullable String, RuntimeException, DataAccessException>>
      TRANSLATIONS = new HashMap<>();

  static {
    add(DuplicateKeyException::new, UniqueViolationException.class);
    add(
        DataIntegrityViolationException::new,
        ConstraintViolationException.class,
        CheckViolationException.class,
        ForeignKeyViolationException.class,
        NotNullViolationException.class);
    add(OptimisticLockingFailureException::new, StaleEntityException.class);
    add(
        (message, cause) -> new EmptyResultDataAccessException(String.valueOf(message), 1, cause),
        EntityNotFoundException.class);
    add(ConcurrencyFailureException::new, TransientFailureException.class);
    add(
        (message, cause) -> new QueryTimeoutException(String.valueOf(message), cause),
        DatabaseTimeoutException.class);
    add(DataAccessResourceFailureException::new, ConnectionLostException.class);
    add(
        NonTransientDataAccessResourceException::new,
        CommitOutcomeUnknownException.class,
        DatabaseOpenException.class,
        DatabaseSealedException.class,
        StorageFullException.class);
    add(
        InvalidDataAccessApiUsageException::new,
        CapabilityNotSupportedException.class,
        InvalidArgumentException.class,
        ReadOnlyTransactionException.class,
        RollbackOnlyException.class);
    add(
        (message, cause) -> new PermissionDeniedDataAccessException(String.valueOf(message), cause),
        AppendOnlyException.class,
        RowSecurityException.class,
        ScopeViolationException.class);
    add(
        InvalidDataAccessResourceUsageException::new,
        DialectNotFoundException.class,
        MigrationException.class,
        NewerSchemaException.class,
        SchemaOutOfDateException.class);
    add(DataRetrievalFailureException::new, InvalidRowException.class);
    add(
        UncategorizedDatabaseException::new,
        AfterCommitException.class,
        DatabaseException.class,
        IncompleteTransferException.class);
  }

  /** Creates a translator. */
  public DatabaseExceptionTranslator() {}

  @SafeVarargs
  private static void add(
      BiFunction<@Nullable String, RuntimeException, DataAccessException> translation,
      Class<? extends RuntimeException>... types) {
    for (Class<?> type : types) {
      TRANSLATIONS.put(type, translation);
    }
  }

  /** Returns the types that have a translation of their own. */
  static Set<Class<?>> translatedTypes() {
    return TRANSLATIONS.keySet();
  }

  @Override
  public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException exception) {
    return exception instanceof DatabaseFailure ? translated(exception) : null;
  }

  /**
   * Translates an exception.
   *
   * @param exception an exception of the library, or another one
   * @return Spring's exception with the given one as cause, or the given one if it is not of the
   *     library
   */
  public static RuntimeException translate(RuntimeException exception) {
    return exception instanceof DatabaseFailure ? translated(exception) : exception;
  }

  private static DataAccessException translated(RuntimeException exception) {
    for (Class<?> type = exception.getClass(); type != null; type = type.getSuperclass()) {
      BiFunction<@Nullable String, RuntimeException, DataAccessException> translation =
          TRANSLATIONS.get(type);
      if (translation != null) {
        return translation.apply(exception.getMessage(), exception);
      }
    }
    return new UncategorizedDatabaseException(exception.getMessage(), exception);
  }
}
