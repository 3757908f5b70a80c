package dev.taskstore.dialect.tck;

import dev.taskstore.db.spi.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test of an optional capability. If the dialect has the capability, the test runs and must
 * pass. Otherwise it is reported as skipped, with the reason.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {

  /**
   * Returns the capability that the test requires.
   *
   * @return the capability
   */
  Capability value();
}
