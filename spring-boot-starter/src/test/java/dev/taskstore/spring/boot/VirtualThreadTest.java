package dev.taskstore.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.dialect.tck.TckDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;

/** More threads than connections: virtual ones on Java 21 and newer. */
class VirtualThreadTest {

  private static final int THREADS = 60;

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    TransactionalCalls calls() {
      return new TransactionalCalls();
    }
  }

  private static boolean isVirtual() throws ReflectiveOperationException {
    return Runtime.version().feature() >= 21
        && (boolean) Thread.class.getMethod("isVirtual").invoke(Thread.currentThread());
  }

  @ParameterizedTest
  @EnumSource
  void transactionsOfManyThreadsCommit(TestDatabases kind) throws Exception {
    try (TckDatabase database = kind.create();
        ConfigurableApplicationContext context =
            TestApplications.start(
                database,
                Beans.class,
                "--spring.threads.virtual.enabled=true",
                "--taskstore.pool.maximum-size=3")) {
      TaskStore store = context.getBean(TaskStore.class);
      TransactionalCalls calls = context.getBean(TransactionalCalls.class);
      AsyncTaskExecutor executor =
          context.getBean("applicationTaskExecutor", AsyncTaskExecutor.class);
      List<Future<Boolean>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        String name = "user" + i;
        running.add(
            executor.submit(
                () -> {
                  calls.required(
                      () -> {
                        store
                            .users()
                            .insert(NewUser.of(name, name + "@example.com", PasswordHash.locked()));
                        assertThat(store.users().findByUsername(name)).isPresent();
                      });
                  return isVirtual();
                }));
      }
      for (Future<Boolean> thread : running) {
        assertThat(thread.get(30, TimeUnit.SECONDS)).isEqualTo(Runtime.version().feature() >= 21);
      }
      assertThat(store.users().count()).isEqualTo(THREADS);
    }
  }
}
