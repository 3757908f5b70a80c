package dev.taskstore.differential;

import dev.taskstore.db.mapping.TextType;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.StatementTraits;
import dev.taskstore.db.spi.SumTerm;
import dev.taskstore.db.spi.ValueStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Deliberate faults in how values are stored. */
enum ValueMutant {
  TIMESTAMPS_IN_THE_TIME_ZONE_OF_THE_CLIENT(ValueKind.TIMESTAMP) {
    @Override
    Object written(Object value) {
      return ((LocalDateTime) value)
          .atZone(BERLIN)
          .withZoneSameInstant(ZoneOffset.UTC)
          .toLocalDateTime();
    }

    @Override
    Object read(Object value) {
      return ((LocalDateTime) value)
          .atZone(ZoneOffset.UTC)
          .withZoneSameInstant(BERLIN)
          .toLocalDateTime();
    }
  },
  DOUBLES_WITH_THREE_DIGITS(ValueKind.DOUBLE) {
    @Override
    Object written(Object value) {
      return Math.rint((double) value * 1_000) / 1_000;
    }
  },
  REALS_WITH_ONE_DIGIT(ValueKind.REAL) {
    @Override
    Object written(Object value) {
      return (float) Math.rint((float) value);
    }
  },
  LARGE_DECIMALS_IN_THE_ORDER_OF_THEIR_AMOUNTS(ValueKind.LARGE) {
    @Override
    Object written(Object value) {
      return ((BigDecimal) value).negate();
    }

    @Override
    Object read(Object value) {
      return ((BigDecimal) value).negate();
    }
  },
  INSTANTS_OF_WHOLE_SECONDS(ValueKind.MILLI) {
    @Override
    Object written(Object value) {
      return ((Instant) value).truncatedTo(ChronoUnit.SECONDS);
    }
  },
  TIMES_OF_WHOLE_MINUTES(ValueKind.SECOND) {
    @Override
    Object written(Object value) {
      return ((LocalTime) value).truncatedTo(ChronoUnit.MINUTES);
    }
  },
  TEXT_THAT_IS_PADDED(ValueKind.CHAR) {
    @Override
    Object written(Object value) {
      return String.format("%-5s", value);
    }
  },
  SUMS_OF_64_BITS(ValueKind.BIGINT) {
    @Override
    Dialect alter(Dialect dialect) {
      return adding(dialect, "sum({0})", 0);
    }
  },
  SUMS_OF_FLOATING_POINT_NUMBERS(ValueKind.FRACTION) {
    @Override
    Dialect alter(Dialect dialect) {
      return adding(dialect, "total({0})", 18);
    }
  },
  SUMS_OF_STORED_BYTES(ValueKind.LARGE) {
    @Override
    Dialect alter(Dialect dialect) {
      return adding(dialect, "sum({0})", 10);
    }
  };

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final ValueKind kind;

  ValueMutant(ValueKind kind) {
    this.kind = kind;
  }

  ValueKind kind() {
    return kind;
  }

  /** Returns what the fault stores instead of a value. */
  Object written(Object value) {
    return value;
  }

  /** Returns what the fault reads instead of a stored value. */
  Object read(Object value) {
    return value;
  }

  /** Returns a dialect with the fault. */
  Dialect alter(Dialect dialect) {
    ValueStorage storage = alter(dialect.valueStorage());
    return new AlteredDialect(dialect) {
      @Override
      public ValueStorage valueStorage() {
        return storage;
      }
    };
  }

  /** Returns a dialect that computes sums by an aggregate function. */
  private static Dialect adding(Dialect dialect, String aggregate, int scale) {
    return new AlteredDialect(dialect) {
      @Override
      public StatementTraits statementTraits() {
        return new StatementTraits() {
          @Override
          public List<SumTerm> exactSum(Field<?> column) {
            return List.of(
                new SumTerm(
                    DSL.field(aggregate, SQLDataType.NUMERIC, column),
                    BigDecimal.ONE.movePointLeft(scale)));
          }
        };
      }
    };
  }

  private ValueStorage alter(ValueStorage storage) {
    String name = nameOfType();
    return (ValueStorage)
        Proxy.newProxyInstance(
            ValueStorage.class.getClassLoader(),
            new Class<?>[] {ValueStorage.class},
            (proxy, method, arguments) -> {
              boolean isText =
                  name.equals("Text") && arguments[arguments.length - 1] != TextType.CHARACTER;
              if (method.getName().equals("set" + name) && !isText && arguments[2] != null) {
                arguments[2] = written(arguments[2]);
              }
              Object result = call(method, storage, arguments);
              return method.getName().equals("get" + name) && result != null
                  ? read(result)
                  : result;
            });
  }

  private String nameOfType() {
    return switch (kind) {
      case TIMESTAMP, CENTI -> "Timestamp";
      case DOUBLE -> "Double";
      case REAL -> "Real";
      case BIGINT, FRACTION, LARGE -> "Decimal";
      case MILLI -> "Instant";
      case SECOND -> "Time";
      case CHAR -> "Text";
    };
  }

  private static @Nullable Object call(Method method, Object target, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
