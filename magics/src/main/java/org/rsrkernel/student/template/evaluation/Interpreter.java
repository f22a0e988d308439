package org.rsrkernel.student.template.evaluation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.template.syntax.Expression;
import org.rsrkernel.student.template.syntax.FilterCall;
import org.rsrkernel.student.template.syntax.Statement;
import org.rsrkernel.student.template.syntax.Target;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Display;
import org.rsrkernel.student.template.value.FilteredElements;
import org.rsrkernel.student.template.value.Iteration;
import org.rsrkernel.student.template.value.LazySequence;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Text;
import org.rsrkernel.student.template.value.TextSink;
import org.rsrkernel.student.template.value.TypeName;

/** Runs statements. One rendering, one thread. */
public final class Interpreter implements Statement.Visitor<Frame, Flow> {

  private final Budget budget;
  private final Position position = new Position();
  private final Evaluator evaluator;
  private final Assignment assignment;
  private final List<Span> generated = new ArrayList<>();
  private boolean placed = true;

  private Interpreter(Budget budget) {
    this.budget = budget;
    this.evaluator = new Evaluator(budget, position);
    this.assignment = new Assignment(budget);
  }

  /**
   * Renders a template.
   *
   * @param variables what the template can read
   * @throws TemplateError if it fails, refuses or costs too much
   */
  public static Rendering render(
      List<Statement> template, Map<String, Object> variables, Budget budget) {
    Interpreter interpreter = new Interpreter(budget);
    try {
      Scope context = new Scope(null);
      variables.forEach(context::set);
      TextSink out = new TextSink(budget);
      interpreter.run(template, new Frame(new Scope(context), out, true));
      return new Rendering(out.toString(), interpreter.generated, interpreter.placed);
    } catch (PythonError error) {
      throw new TemplateError(error, interpreter.position.line());
    }
  }

  Object evaluate(Expression expression, Scope scope) {
    return evaluator.evaluate(expression, scope);
  }

  /** The text that statements write. */
  String capture(List<Statement> statements, Scope scope) {
    TextSink out = new TextSink(budget);
    budget.enter();
    run(statements, new Frame(scope, out, false));
    budget.leave();
    return out.toString();
  }

  private Flow run(List<Statement> statements, Frame frame) {
    budget.enter();
    Flow flow = Flow.NEXT;
    for (int i = 0; i < statements.size() && flow == Flow.NEXT; i++) {
      budget.step();
      flow = statements.get(i).accept(this, frame);
    }
    budget.leave();
    return flow;
  }

  @Override
  public Flow text(Statement.Text text, Frame frame) {
    frame.out().append(text.text());
    return Flow.NEXT;
  }

  @Override
  public Flow print(Statement.Print print, Frame frame) {
    position.at(print.line());
    for (Expression value : print.values()) {
      frame.out().append(Display.str(evaluate(value, frame.scope()), budget));
    }
    return Flow.NEXT;
  }

  @Override
  public Flow ifElse(Statement.If statement, Frame frame) {
    for (int i = 0; i < statement.conditions().size(); i++) {
      if (evaluator.isTrue(statement.conditions().get(i), frame.scope())) {
        return run(statement.bodies().get(i), frame);
      }
    }
    return run(statement.otherwise(), frame);
  }

  @Override
  public Flow forEach(Statement.For statement, Frame frame) {
    Object elements = evaluate(statement.elements(), frame.scope());
    position.at(statement.line());
    if (statement.recursive()) {
      frame.out().append(renderRecursively(statement, frame.scope(), elements, 0));
    } else {
      repeat(statement, frame, elements, null, 0);
    }
    return Flow.NEXT;
  }

  private String renderRecursively(
      Statement.For statement, Scope scope, Object elements, int depth) {
    TextSink out = new TextSink(budget);
    budget.enter();
    Loop.Recursion recursion =
        (inner, innerDepth) -> renderRecursively(statement, scope, inner, innerDepth);
    repeat(statement, new Frame(scope, out, false), elements, recursion, depth);
    budget.leave();
    return out.toString();
  }

  private void repeat(
      Statement.For statement, Frame frame, Object elements, Loop.Recursion recursion, int depth) {
    Iterator<Object> iterator = Iteration.iterator(elements, budget);
    boolean lengthIsKnown = statement.condition() == null && !(elements instanceof LazySequence);
    if (statement.condition() != null) {
      iterator = new FilteredElements(iterator, element -> isWanted(statement, element, frame));
    }
    int length = lengthIsKnown ? Iteration.length(elements, budget) : -1;
    Loop loop = new Loop(iterator, length, recursion, depth, budget);
    boolean completed = false; // Jinja2 runs the else part also if no iteration got to its end
    Flow flow = Flow.NEXT;
    while (flow != Flow.BREAK && loop.advance()) {
      Frame inner = frame.inner();
      inner.scope().set("loop", loop);
      position.at(statement.line());
      assignment.assign(statement.target(), loop.current(), inner.scope());
      flow = run(statement.body(), inner);
      completed |= flow == Flow.NEXT;
    }
    if (!completed) {
      run(statement.otherwise(), frame.inner());
    }
  }

  private boolean isWanted(Statement.For statement, Object element, Frame frame) {
    Scope scope = new Scope(frame.scope());
    assignment.assign(statement.target(), element, scope);
    return evaluator.isTrue(statement.condition(), scope);
  }

  @Override
  public Flow assign(Statement.Assign assign, Frame frame) {
    Object value = evaluate(assign.value(), frame.scope());
    position.at(assign.line());
    assignment.assign(assign.target(), value, frame.scope());
    return Flow.NEXT;
  }

  @Override
  public Flow assignBlock(Statement.AssignBlock assign, Frame frame) {
    Object value = captureFiltered(assign.body(), assign.filters(), frame);
    position.at(assign.line());
    assignment.assign(assign.target(), value, frame.scope());
    return Flow.NEXT;
  }

  @Override
  public Flow filterBlock(Statement.FilterBlock filter, Frame frame) {
    Object value = captureFiltered(filter.body(), filter.filters(), frame);
    return writeText(value, frame);
  }

  /** What a block gives must be text, unlike what {@code {{ }}} prints. */
  private static Flow writeText(Object value, Frame frame) {
    if (!Text.is(value)) {
      throw PythonError.failed("the block gives " + TypeName.of(value) + " where text is expected");
    }
    frame.out().append(Text.of(value));
    return Flow.NEXT;
  }

  private Object captureFiltered(List<Statement> body, List<FilterCall> filters, Frame frame) {
    Scope scope = new Scope(frame.scope());
    Object value = capture(body, scope);
    for (FilterCall filter : filters) {
      value = evaluator.filter(value, filter, scope);
    }
    return value;
  }

  @Override
  public Flow defineMacro(Statement.DefineMacro definition, Frame frame) {
    budget.allocateObjects(16); // it keeps its surroundings
    Macro macro = new Macro(definition.macro(), frame.scope(), this);
    frame.scope().set(definition.macro().name(), macro);
    return Flow.NEXT;
  }

  @Override
  public Flow callBlock(Statement.CallBlock call, Frame frame) {
    Macro caller = new Macro(call.caller(), frame.scope(), this);
    Object result = evaluator.call(call.call(), Map.of("caller", caller), frame.scope());
    return writeText(result, frame);
  }

  @Override
  public Flow with(Statement.With with, Frame frame) {
    Frame inner = frame.inner();
    for (int i = 0; i < with.targets().size(); i++) {
      Object value = evaluate(with.values().get(i), frame.scope());
      position.at(with.line());
      Target target = with.targets().get(i);
      assignment.assign(target, value, inner.scope());
    }
    return run(with.body(), inner);
  }

  @Override
  public Flow generation(Statement.Generation generation, Frame frame) {
    int start = frame.out().length();
    run(generation.body(), frame.inner());
    if (frame.top()) {
      generated.add(new Span(start, frame.out().length()));
    } else {
      placed = false;
    }
    return Flow.NEXT;
  }

  @Override
  public Flow breakLoop(Frame frame) {
    return Flow.BREAK;
  }

  @Override
  public Flow continueLoop(Frame frame) {
    return Flow.CONTINUE;
  }
}
