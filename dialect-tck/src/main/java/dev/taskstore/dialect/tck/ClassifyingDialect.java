package dev.taskstore.dialect.tck;

import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureClassifier;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;

/** Dialects with another classifier of failures. */
final class ClassifyingDialect {

  private ClassifyingDialect() {}

  /**
   * Returns a dialect with another classifier, also for the server of a connection.
   *
   * @param dialect the dialect
   * @param classifier returns the new classifier for that of the dialect
   * @return the dialect with the new classifier
   */
  static Dialect of(Dialect dialect, UnaryOperator<FailureClassifier> classifier) {
    return (Dialect)
        Proxy.newProxyInstance(
            Dialect.class.getClassLoader(),
            new Class<?>[] {Dialect.class},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(dialect, arguments);
                return switch (method.getName()) {
                  case "failures" -> classifier.apply((FailureClassifier) result);
                  case "verify" -> of((Dialect) result, classifier);
                  default -> result;
                };
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
