import Platform

/// Lets a reader sort and filter the tables of a page where scripts run; without them the tables stand as they are.
///
/// Heads become buttons, a field above a table keeps the rows that hold what is typed, and columns of few words get a list to
/// choose from. Nothing is loaded and nothing is kept.
enum TableScript {
    /// The script with its few words.
    static func source(_ language: Language) -> String {
        let words = [
            ("filter", Bilingual("筛选", "Filter")), ("all", Bilingual("全部", "all")),
            ("rows", Bilingual("行", "rows")), ("sort", Bilingual("点击排序", "click to sort")),
        ].map { "\($0):\"\($1.text(in: language))\"" }.joined(separator: ",")
        return "(function(){\nvar words={\(words)};\n" + body
    }

    private static let body = #"""
        function value(cell){var text=cell?cell.textContent.trim():"";
        var plain=text.replace(/[,%+\s]/g,"").replace(/^\u2212/,"-");
        return plain!==""&&!isNaN(plain)?Number(plain):text}
        function compare(a,b){
        var empty=(a==="")-(b==="");if(empty){return empty}
        if(typeof a==="number"&&typeof b==="number"){return a-b}
        return String(a).localeCompare(String(b),document.documentElement.lang)}
        function make(name,type,parent){var one=document.createElement(name);if(type){one.className=type}
        parent.appendChild(one);return one}
        document.querySelectorAll("main table").forEach(function(table,number){
        var rows=Array.prototype.slice.call(table.tBodies[0].rows);
        if(rows.length<3||table.closest("details.d1,.card")){return}
        var heads=Array.prototype.slice.call(table.tHead.rows[0].cells);
        var box=document.createElement("p"),chosen=[];
        box.className="tools";
        table.parentNode.parentNode.insertBefore(box,table.parentNode);
        var label=make("label","",box);label.textContent=words.filter+" ";
        var field=make("input","",label);field.type="search";
        heads.forEach(function(head,column){
        var seen=[];
        rows.forEach(function(row){var cell=row.cells[column];
        if(cell&&cell.classList.contains("k")&&seen.indexOf(cell.textContent)<0){seen.push(cell.textContent)}});
        if(seen.length<2||seen.length>12){return}
        var part=make("label","",box);part.textContent=head.textContent+" ";
        var list=make("select","",part);make("option","",list).textContent=words.all;
        seen.sort().forEach(function(word){make("option","",list).textContent=word});
        chosen.push({column:column,list:list});list.addEventListener("change",show)});
        var count=make("span","note",box);count.setAttribute("role","status");
        function show(){
        var wanted=field.value.trim().toLowerCase(),shown=0;
        rows.forEach(function(row){
        var fits=row.textContent.toLowerCase().indexOf(wanted)>=0&&chosen.every(function(one){
        return one.list.selectedIndex===0||row.cells[one.column].textContent===one.list.value});
        row.hidden=!fits;if(fits){shown++}});
        count.textContent=shown+" / "+rows.length+" "+words.rows}
        field.addEventListener("input",show);
        heads.forEach(function(head,column){
        var button=document.createElement("button");
        button.type="button";button.className="sort";button.title=words.sort;
        while(head.firstChild){button.appendChild(head.firstChild)}
        head.appendChild(button);
        button.addEventListener("click",function(){
        var down=head.getAttribute("aria-sort")==="descending";
        heads.forEach(function(other){other.removeAttribute("aria-sort")});
        head.setAttribute("aria-sort",down?"ascending":"descending");
        rows.map(function(row,place){return{row:row,place:place,value:value(row.cells[column])}})
        .sort(function(a,b){
        if((a.value==="")!==(b.value==="")){return a.value===""?1:-1}
        return (down?1:-1)*compare(a.value,b.value)||a.place-b.place})
        .forEach(function(one){table.tBodies[0].appendChild(one.row)})})});
        show()});
        })();
        """#
}
