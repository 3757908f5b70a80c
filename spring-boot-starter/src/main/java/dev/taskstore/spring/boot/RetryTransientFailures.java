package dev.taskstore.spring.boot;

import dev.taskstore.db.exception.TransientFailureException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;

/**
 * Runs a method again after a transient failure: a deadlock, a serialization failure or a busy
 * database, thrown or as a cause. Together with {@code @Transactional}, each attempt is a
 * transaction of its own; the attempts of a method that joins a transaction fail again, because
 * that transaction is rollback-only. Annotate the outermost method.
 *
 * <p>At most 10 further attempts, with waits of 10 to 500 milliseconds that double and vary by 10
 * milliseconds. The method must not have side effects outside of the database.
 *
 * <p>{@link dev.taskstore.db.exception.StaleEntityException} and {@link
 * dev.taskstore.db.exception.CommitOutcomeUnknownException} are not transient: the entity must be
 * read again, or the outcome checked.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Retryable(
    includes = {TransientFailureException.class, ConcurrencyFailureException.class},
    excludes = org.springframework.dao.OptimisticLockingFailureException.class,
    maxRetries = 10,
    delay = 10,
    jitter = 10,
    multiplier = 2,
    maxDelay = 500)
public @interface RetryTransientFailures {}
