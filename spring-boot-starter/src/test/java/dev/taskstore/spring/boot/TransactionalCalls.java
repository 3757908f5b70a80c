package dev.taskstore.spring.boot;

import java.io.IOException;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Runs code in methods with the attributes of {@code @Transactional}. */
class TransactionalCalls {

  /** Code of a test. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  @Transactional
  void required(Work work) throws IOException {
    work.run();
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void requiresNew(Work work) throws IOException {
    work.run();
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
  void requiresNewReadOnly(Work work) throws IOException {
    work.run();
  }

  @Transactional(propagation = Propagation.NESTED)
  void nested(Work work) throws IOException {
    work.run();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void mandatory(Work work) throws IOException {
    work.run();
  }

  @Transactional(propagation = Propagation.NEVER)
  void never(Work work) throws IOException {
    work.run();
  }

  @Transactional(propagation = Propagation.SUPPORTS)
  void supports(Work work) throws IOException {
    work.run();
  }

  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  void notSupported(Work work) throws IOException {
    work.run();
  }

  @Transactional(readOnly = true)
  void readOnly(Work work) throws IOException {
    work.run();
  }

  @Transactional(timeout = 1)
  void withinOneSecond(Work work) throws IOException {
    work.run();
  }

  @Transactional(isolation = Isolation.SERIALIZABLE)
  void serializable(Work work) throws IOException {
    work.run();
  }

  @Transactional(rollbackFor = IOException.class)
  void rollingBackForIo(Work work) throws IOException {
    work.run();
  }

  @Transactional(noRollbackFor = IllegalStateException.class)
  void notRollingBackForState(Work work) throws IOException {
    work.run();
  }

  @RetryTransientFailures
  @Transactional
  void retried(Work work) throws IOException {
    work.run();
  }
}
