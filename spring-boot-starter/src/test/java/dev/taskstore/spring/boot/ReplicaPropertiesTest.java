package dev.taskstore.spring.boot;

import static dev.taskstore.schema.Tables.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTag;
import dev.taskstore.TaskStore;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.dialect.postgres.PostgresCluster;
import java.time.Duration;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ReplicaPropertiesTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  DataSourceAutoConfiguration.class,
                  TaskStoreAutoConfiguration.class,
                  TaskStoreConnectionsAutoConfiguration.class));

  @Test
  void readsAfterATokenRunOnTheReplicaOfTheProperty() {
    try (PostgresCluster cluster = PostgresCluster.start(1)) {
      application
          .withPropertyValues(
              "taskstore.url=" + cluster.primaryUrl(),
              "taskstore.user=" + PostgresCluster.USER,
              "taskstore.password=" + PostgresCluster.PASSWORD,
              "taskstore.replicas=" + cluster.url(1))
          .run(
              context -> {
                TaskStore store = context.getBean(TaskStore.class);
                store.tags().insert(NewTag.of("urgent"));
                ReadPreference afterInsert =
                    ReadPreference.replicaAfter(store.token()).waitingUpTo(Duration.ofSeconds(30));

                assertThat(
                        store
                            .reading(afterInsert)
                            .dsl()
                            .select(DSL.field("pg_is_in_recovery()", Boolean.class), DSL.count())
                            .from(TAGS)
                            .fetchSingle()
                            .intoList())
                    .containsExactly(true, 1);
              });
    }
  }

  @Test
  void aDialectWithoutReplicasRefusesThem() {
    application
        .withPropertyValues(
            "taskstore.url=jdbc:sqlite::memory:", "taskstore.replicas=jdbc:sqlite:replica.db")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(CapabilityNotSupportedException.class)
                    .hasMessageContaining("Remove the replicas"));
  }
}
